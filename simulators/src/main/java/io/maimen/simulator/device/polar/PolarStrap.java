package io.maimen.simulator.device.polar;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.body.Electrodes;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One strap. Times are nanoseconds since 2000, of a frame's last sample. */
final class PolarStrap implements EventDevice {
    private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final Duration SLOW_START = Duration.ofSeconds(25);
    private static final int SAMPLES = 73;
    private static final double NOMINAL_HZ = 130;
    private static final double FAST_HZ = 130.5;
    private static final double NANO = 1e9;
    private static final int LOST_EVERY = 9;
    private static final int RESTARTS_AT_FRAME = 36;
    private static final int STOPS_AT_FRAME = 27;

    private final Electrodes electrodes;
    private final DeviceClock clock;
    private final Set<String> habits;
    private final double rateHz;
    private boolean runs;
    private long counter;
    private int frames;

    PolarStrap(long seed, DeviceClock clock, Set<String> habits) {
        this.electrodes = new Electrodes(seed, (int) NOMINAL_HZ, new BigDecimal("0.001"), Set.of());
        this.clock = clock;
        this.habits = habits;
        this.rateHz = habits.contains(PolarFamily.FAST_CRYSTAL) ? FAST_HZ : NOMINAL_HZ;
    }

    /** What can be measured: ECG and acceleration. */
    @Override
    public List<DeviceAct> asked(String channel, Instant at) {
        return List.of(new FrameWriter().octets(0x0F, 0b101).bytes(new byte[15]).on(PolarFamily.CONTROL_POINT));
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        PolarCommand command = PolarCommand.of(bytes, runs);
        List<DeviceAct> acts = new ArrayList<>();
        acts.add(command.answer());
        if (command.starts()) {
            runs = true;
            counter = ChronoUnit.NANOS.between(EPOCH, clock.shows(at));
            acts.add(new Wake(habits.contains(PolarFamily.SLOW_START) ? SLOW_START : frameLength()));
        } else if (command.stops()) {
            runs = false;
        }
        return acts;
    }

    private Duration frameLength() {
        return Duration.ofNanos(Math.round(SAMPLES / rateHz * NANO));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        if (!runs) {
            return List.of();
        }
        frames++;
        int[] samples = electrodes.next(SAMPLES);
        counter = frames == RESTARTS_AT_FRAME && habits.contains(PolarFamily.CLOCK_RESTARTS)
                ? frameLength().toNanos()
                : counter + frameLength().toNanos();
        List<DeviceAct> acts = new ArrayList<>();
        if (frames % LOST_EVERY != 0 || !habits.contains(PolarFamily.LOST_FRAMES)) {
            acts.addAll(electrodes.truth(samples));
            acts.add(frame(samples));
        }
        if (frames == STOPS_AT_FRAME && habits.contains(PolarFamily.STOPS)) {
            runs = false;
            acts.add(new FrameWriter().octets(1, 0).on(PolarFamily.CONTROL_POINT));
            return acts;
        }
        acts.add(new Wake(frameLength()));
        return acts;
    }

    private DeviceAct frame(int... samples) {
        FrameWriter frame = new FrameWriter().octets(0).little(8, counter).octets(0);
        for (int microvolts : samples) {
            frame.little(3, microvolts);
        }
        return frame.on(PolarFamily.DATA);
    }

    @Override
    public List<DeviceAct> disconnected(Instant at) {
        runs = false;
        return List.of();
    }
}
