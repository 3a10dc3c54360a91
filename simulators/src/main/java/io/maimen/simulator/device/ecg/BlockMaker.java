package io.maimen.simulator.device.ecg;

import io.maimen.observation.Samples;
import io.maimen.simulator.signal.SampleSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a signal into the blocks of one stream, with the faults that were asked for. Confined to one thread. */
final class BlockMaker {
    static final int RATE_HZ = 250;
    private static final int SCALE_NANOVOLTS = 5_000;
    private static final double STEPS_PER_MILLIVOLT = 1_000_000.0 / SCALE_NANOVOLTS;

    private final String serial;
    private final long stream;
    private final SampleSource source;
    private final int samplesPerBlock;
    private final EcgFaults faults;
    private final Instant begin;
    private long sequence;
    private long nextSample;
    private long cut;

    /** @param begin time of the stream's first sample by the patch's clock */
    BlockMaker(String serial, long stream, SampleSource source, int samplesPerBlock, EcgFaults faults, Instant begin) {
        this.serial = serial;
        this.stream = stream;
        this.source = source;
        this.samplesPerBlock = samplesPerBlock;
        this.faults = faults;
        this.begin = begin;
    }

    /** When the next block will have been measured whole. */
    Instant nextAt() {
        return timeOf(nextSample + samplesPerBlock);
    }

    /** The next block; empty when its samples were never taken: the sequence goes on, the sample index jumps. */
    Optional<EcgBlock> next() {
        int[] steps = Arrays.stream(source.next(samplesPerBlock))
                .mapToInt(BlockMaker::steps)
                .toArray();
        long first = nextSample;
        nextSample += samplesPerBlock;
        cut++;
        if (faults.drops(cut)) {
            return Optional.empty();
        }
        if (faults.leadOff(cut)) {
            Arrays.fill(steps, steps.length / 4, steps.length, EcgBlock.NO_SIGNAL);
        }
        return Optional.of(new EcgBlock(
                serial,
                stream,
                sequence++,
                first,
                timeOf(first),
                RATE_HZ * 1000,
                SCALE_NANOVOLTS,
                source.lead(),
                Samples.of(steps)));
    }

    private Instant timeOf(long sample) {
        return begin.plus(sample * 1_000_000 / RATE_HZ, ChronoUnit.MICROS);
    }

    private static int steps(double millivolts) {
        long step = Math.round(millivolts * STEPS_PER_MILLIVOLT);
        // 8000 is no value but "no signal".
        return (int) Math.max(Short.MIN_VALUE + 1, Math.min(Short.MAX_VALUE, step));
    }
}
