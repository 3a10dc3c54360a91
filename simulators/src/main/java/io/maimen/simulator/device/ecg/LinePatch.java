package io.maimen.simulator.device.ecg;

import io.maimen.observation.Bytes;
import io.maimen.observation.Samples;
import io.maimen.simulator.device.body.Electrodes;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.EventDevice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One patch. Its time is UTC and comes from the network; what nobody answers, its transport sends again. */
final class LinePatch implements EventDevice {
    private static final String TOPIC = "block";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int RATE_HZ = 250;
    private static final int SCALE_NANOVOLTS = 5_000;
    private static final BigDecimal MILLIVOLTS_PER_STEP = BigDecimal.valueOf(SCALE_NANOVOLTS, 6);
    private static final int LEAD_I = 1;
    private static final int LOST_BLOCK = 7;
    private static final int STREAM_SECONDS = 13;

    private final String serial;
    private final Electrodes electrodes;
    private final Set<String> habits;
    private int seconds;
    private long stream;
    private long sequence;
    private long nextSample;
    private Instant begin = Instant.EPOCH;

    LinePatch(String serial, long seed, Set<String> habits) {
        this.serial = serial;
        this.electrodes = new Electrodes(seed, RATE_HZ, MILLIVOLTS_PER_STEP, habits);
        this.habits = Set.copyOf(habits);
    }

    /** It does not measure while nobody listens, so it starts anew. */
    @Override
    public List<DeviceAct> connected(Instant at) {
        startStream(at);
        return List.of(new Wake(SECOND));
    }

    private void startStream(Instant at) {
        stream++;
        sequence = 0;
        nextSample = 0;
        begin = at;
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        List<DeviceAct> acts = new ArrayList<>();
        int[] steps = electrodes.next(RATE_HZ);
        seconds++;
        if (!habits.contains(EcgPatchFamily.LOSES_BLOCKS) || seconds % LOST_BLOCK != 0) {
            acts.addAll(electrodes.truth(steps));
            acts.add(new Send(TOPIC, Bytes.of(EcgBlockBytes.of(block(steps)))));
        }
        nextSample += RATE_HZ;
        if (habits.contains(EcgPatchFamily.NEW_STREAMS) && seconds % STREAM_SECONDS == 0) {
            startStream(timeOf(nextSample));
        }
        // Whoever wakes it wakes it late; its crystal counts samples.
        acts.add(new Wake(Duration.between(at, timeOf(nextSample + RATE_HZ))));
        return acts;
    }

    private Instant timeOf(long sample) {
        return begin.plus(SECOND.multipliedBy(sample).dividedBy(RATE_HZ));
    }

    private EcgBlock block(int... steps) {
        if (electrodes.off()) {
            Arrays.fill(steps, EcgBlock.NO_SIGNAL);
        }
        return new EcgBlock(
                serial,
                stream,
                sequence++,
                nextSample,
                timeOf(nextSample),
                RATE_HZ * 1000,
                SCALE_NANOVOLTS,
                LEAD_I,
                Samples.of(steps));
    }
}
