package io.maimen.simulator.device.xiaomi;

import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.Walk;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One scale: somebody steps on it, it tells rising weights, the stable one some times over, and that nobody is there. */
final class XiaomiScale implements EventDevice {
    private static final Duration EVERY = Duration.ofSeconds(8);
    private static final int KILOGRAM = 2;
    private static final int POUND = 3;
    private static final int ALWAYS = 0x04; // as in the one capture
    private static final int IMPEDANCE = 0x02;
    private static final int STABLE = 0x20;
    private static final int REMOVED = 0x80;
    private static final int TIMES_STABLE = 3;
    private static final int EVERY_THIRD = 3;

    private final DeviceClock clock;
    private final boolean changesUnit;
    private final boolean stepsOff;
    private final Walk steps;
    private int person;

    XiaomiScale(long seed, DeviceClock clock, Set<String> habits) {
        this.clock = clock;
        this.changesUnit = habits.contains(XiaomiFamily.UNIT_CHANGE);
        this.stepsOff = habits.contains(XiaomiFamily.STEPS_OFF);
        this.steps = new Walk(new Random(seed), 9_600, 23_000, 2_000);
    }

    @Override
    public List<DeviceAct> subscribed(String channel, Instant at) {
        return List.of(new Wake(EVERY));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        boolean pound = changesUnit && ++person % 2 == 0;
        boolean leaves = stepsOff && ++person % EVERY_THIRD == 0;
        int weight = steps.next();
        LocalDateTime shown = clock.shows(at);
        List<DeviceAct> acts = new ArrayList<>();
        acts.add(value(pound, ALWAYS, shown.minusSeconds(2), 0, weight / 2));
        acts.add(value(pound, ALWAYS, shown.minusSeconds(1), 0, weight - 20));
        if (!leaves) {
            acts.add(
                    pound
                            ? Measured.of(Nomenclature.BODY_WEIGHT, twoPlaces(weight, 1), UcumUnit.POUND)
                            : Measured.of(Nomenclature.BODY_WEIGHT, twoPlaces(weight, 2), UcumUnit.KILOGRAM));
            for (int time = 0; time < TIMES_STABLE; time++) {
                acts.add(value(pound, ALWAYS | STABLE, shown, 0, weight));
            }
            acts.add(value(pound, ALWAYS | STABLE | IMPEDANCE, shown, 420 + weight % 150, weight));
        }
        acts.add(value(pound, ALWAYS | REMOVED | (leaves ? 0 : STABLE), shown, 0, weight));
        acts.add(new Wake(EVERY));
        return acts;
    }

    /** A kilogram has 200 steps and a pound 100. */
    private static String twoPlaces(int steps, int perHundredth) {
        return BigDecimal.valueOf(steps)
                .divide(BigDecimal.valueOf(100L * perHundredth))
                .toPlainString();
    }

    private static DeviceAct value(boolean pound, int state, LocalDateTime shown, int impedance, int weight) {
        return new FrameWriter()
                .octets(pound ? POUND : KILOGRAM, state)
                .dateTime(shown)
                .little(2, impedance)
                .little(2, weight)
                .on(XiaomiFamily.MEASUREMENT);
    }
}
