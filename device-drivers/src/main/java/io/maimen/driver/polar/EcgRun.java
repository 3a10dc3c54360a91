package io.maimen.driver.polar;

import io.maimen.driver.DriverAction;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.driver.waveform.Block;
import io.maimen.driver.waveform.BlockCutter;
import io.maimen.driver.waveform.BlockObservation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.Samples;
import io.maimen.observation.Timing;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.time.ClockCorrection;
import io.maimen.observation.time.DeviceTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ECG of one connection: packets become blocks of two seconds or a little more, lost packets become gaps, and a clock that
 * jumps begins a new stream. A chest strap measures between the electrodes left and right, close to lead I. Confined to one
 * thread.
 */
final class EcgRun {
    private static final int BLOCK_SECONDS = 2;
    /** One microvolt. */
    private static final BigDecimal MILLIVOLTS_PER_STEP = new BigDecimal("0.001");

    private final BlockObservation observation;
    private final Unstored unstored;
    private final int nominalHz;
    private final BlockCutter cutter;
    private final List<RawFrame> frames = new ArrayList<>();
    private Optional<SampleClock> clock = Optional.empty();
    private Optional<ClockCorrection> correction = Optional.empty();

    EcgRun(Origin origin, Unstored unstored, int nominalHz) {
        this.observation = new BlockObservation(origin);
        this.unstored = unstored;
        this.nominalHz = nominalHz;
        this.cutter = new BlockCutter(1, BLOCK_SECONDS * nominalHz + PmdFrame.LONGEST);
    }

    /** What to do about a packet, whose last sample is of {@code time} by the sensor's clock. */
    List<DriverAction> on(Samples microVolts, Instant time, RawFrame frame) {
        if (microVolts.size() == 0) {
            return List.of(unstored.store(frame, List.of()));
        }
        List<DriverAction> actions = new ArrayList<>(
                place(microVolts.size(), time, frame.receivedAt().instant()));
        microVolts.stream().forEach(sample -> cutter.add(Samples.of(sample)));
        frames.add(frame);
        if (cutter.size() >= BLOCK_SECONDS * nominalHz) {
            actions.addAll(end());
        }
        return actions;
    }

    /** Where the packet's samples belong: behind those before, behind a gap, or in a stream of their own. */
    private List<DriverAction> place(int samples, Instant time, Instant receivedAt) {
        Optional<SampleClock.Step> step = clock.map(running -> running.step(samples, time, receivedAt));
        if (step.isEmpty() || step.get() instanceof SampleClock.Step.Jump) {
            List<DriverAction> actions = end();
            begin(time, receivedAt);
            return actions;
        }
        long missing = ((SampleClock.Step.Next) step.get()).missing();
        if (missing == 0) {
            clock.ifPresent(running -> running.advance(samples, time, receivedAt));
            return List.of();
        }
        List<DriverAction> actions = end();
        cutter.jump(missing);
        clock.ifPresent(running -> running.resume(time, receivedAt));
        return actions;
    }

    /** The sensor's clock is compared with ours once a stream: then its own count of time is the better one. */
    private void begin(Instant time, Instant receivedAt) {
        clock = Optional.of(new SampleClock(nominalHz, time, receivedAt));
        Duration late = Duration.between(time, receivedAt);
        correction = late.abs().compareTo(Timing.TOLERATED_LEAD) > 0
                ? Optional.of(new ClockCorrection(late, ClockCorrection.Reason.COMPARED_IN_SESSION))
                : Optional.empty();
        cutter.begin(receivedAt);
    }

    /** What was collected, as a block; nothing where nothing was. */
    List<DriverAction> end() {
        return cutter.take()
                .<List<DriverAction>>map(block -> List.of(store(block)))
                .orElseGet(List::of);
    }

    private DriverAction store(Block block) {
        SampleClock running = clock.orElseThrow();
        Timing timing = new Timing(
                Optional.of(DeviceTime.of(running.first(block.size()))),
                frames.get(frames.size() - 1).receivedAt(),
                correction);
        List<RawFrame> read = List.copyOf(frames);
        frames.clear();
        DriverAction store = unstored.store(
                read,
                List.of(observation.of(
                        Nomenclature.ECG_LEAD_I,
                        block.millivolts(0, running.rateHz(), MILLIVOLTS_PER_STEP),
                        timing,
                        Set.of(),
                        read)));
        running.cut();
        return store;
    }
}
