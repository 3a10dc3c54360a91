package io.maimen.simulator.device.plx;

import static io.maimen.observation.code.Nomenclature.OXYGEN_SATURATION;
import static io.maimen.observation.code.Nomenclature.PULSE_RATE_OXIMETER;

import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.FingerClip;
import io.maimen.simulator.device.body.FingerClip.Second;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One oximeter: a value a second for whoever subscribed. */
final class ContinuousOximeter implements EventDevice {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int NOT_A_NUMBER = 0x07FF;
    private static final int WITH_MEASUREMENT_STATUS = 0b0_0100;
    private static final int WITH_SENSOR_STATUS = 0b0_1000;
    private static final int WITH_AMPLITUDE = 0b1_0000;
    private static final int ONGOING = 1 << 5;
    private static final int DEMONSTRATION = 1 << 10;
    private static final int UNAVAILABLE = 1 << 13;
    private static final int SENSOR_DISPLACED = 1 << 13;
    private static final int EVERY_THIRD = 3;

    private final FingerClip clip;
    private final boolean demonstrates;
    private final boolean tenths;
    private int values;

    ContinuousOximeter(FingerClip clip, Set<String> habits) {
        this.clip = clip;
        this.demonstrates = habits.contains(ContinuousOximeterFamily.DEMONSTRATES);
        this.tenths = habits.contains(ContinuousOximeterFamily.TENTHS);
    }

    @Override
    public List<DeviceAct> subscribed(String channel, Instant at) {
        return channel.equals(ContinuousOximeterFamily.CONTINUOUS) ? List.of(new Wake(SECOND)) : List.of();
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        Second second = clip.next();
        boolean demonstration = demonstrates && ++values % EVERY_THIRD == 0;
        List<DeviceAct> acts = new ArrayList<>();
        if (!demonstration) {
            acts.addAll(tenths ? inTenths(second) : second.truth());
        }
        acts.add(value(second, demonstration).on(ContinuousOximeterFamily.CONTINUOUS));
        acts.add(new Wake(SECOND));
        return acts;
    }

    private static List<DeviceAct> inTenths(Second second) {
        return List.of(
                Measured.of(OXYGEN_SATURATION, second.saturation() + ".5", UcumUnit.PERCENT),
                Measured.of(PULSE_RATE_OXIMETER, second.pulse(), UcumUnit.PER_MINUTE));
    }

    private FrameWriter value(Second second, boolean demonstration) {
        if (second.out()) {
            return new FrameWriter()
                    .octets(WITH_MEASUREMENT_STATUS | WITH_SENSOR_STATUS)
                    .little(2, NOT_A_NUMBER)
                    .little(2, NOT_A_NUMBER)
                    .little(2, UNAVAILABLE)
                    .little(3, SENSOR_DISPLACED);
        } else if (tenths) {
            return new FrameWriter()
                    .octets(WITH_MEASUREMENT_STATUS | WITH_AMPLITUDE)
                    .sfloat(second.saturation() * 10 + 5, -1)
                    .sfloat(second.pulse(), 0)
                    .little(2, ONGOING)
                    .sfloat(47, -1);
        }
        return new FrameWriter()
                .octets(WITH_MEASUREMENT_STATUS)
                .sfloat(second.saturation(), 0)
                .sfloat(second.pulse(), 0)
                .little(2, demonstration ? ONGOING | DEMONSTRATION : ONGOING);
    }
}
