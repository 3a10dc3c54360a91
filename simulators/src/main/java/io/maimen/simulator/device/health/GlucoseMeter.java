package io.maimen.simulator.device.health;

import static io.maimen.simulator.device.health.GlucoseMeterFamily.CONTEXT;
import static io.maimen.simulator.device.health.GlucoseMeterFamily.CONTROL_POINT;
import static io.maimen.simulator.device.health.GlucoseMeterFamily.MEASUREMENT;

import io.maimen.observation.Bytes;
import io.maimen.observation.code.Nomenclature;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A meter with records of the last days, one of them of control solution, one with its meal; they are there from the first connection. */
final class GlucoseMeter implements EventDevice {
    private static final int RECORDS = 12;

    private static final Duration BETWEEN = Duration.ofHours(6);
    private static final int CONTROL = 5;
    private static final int WITH_MEAL = 7;
    private static final int SUCCESS = 1;
    private static final int NOT_SUPPORTED = 2;

    private final Random random;
    private final DeviceClock clock;
    private final boolean milligrams;
    private final List<Send> memory = new ArrayList<>();

    GlucoseMeter(long seed, DeviceClock clock, boolean milligrams) {
        this.random = new Random(seed);
        this.clock = clock;
        this.milligrams = milligrams;
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        if (!memory.isEmpty()) {
            return List.of();
        }
        List<DeviceAct> truth = new ArrayList<>();
        for (int number = 0; number < RECORDS; number++) {
            int shownDigits = milligrams ? 70 + random.nextInt(130) : 39 + random.nextInt(72);
            truth.add(new Measured(
                    number == CONTROL ? Nomenclature.GLUCOSE_CONTROL : Nomenclature.GLUCOSE_CAPILLARY_PLASMA,
                    Optional.of(
                            BigDecimal.valueOf(shownDigits, milligrams ? 0 : 1).toPlainString()),
                    milligrams ? "mg/dL" : "mmol/L"));
            LocalDateTime shown = clock.shows(at).minus(BETWEEN.multipliedBy(RECORDS - number));
            memory.add(measurement(number, shown, shownDigits));
            if (number == WITH_MEAL) {
                memory.add(new FrameWriter()
                        .octets(0b10)
                        .little(2, number)
                        .octets(2)
                        .on(CONTEXT)); // after a meal
            }
        }
        return truth;
    }

    private Send measurement(int number, LocalDateTime shown, int shownDigits) {
        return new FrameWriter()
                .octets(0b10
                        | (milligrams ? 0 : 0b100)
                        | (number == WITH_MEAL ? 0b1_0000 : 0)) // concentration, mol/L, context
                .little(2, number)
                .dateTime(shown)
                .sfloat(shownDigits, milligrams ? -5 : -4) // mg/dL as kg/L, tenths of mmol/L as mol/L
                .octets(number == CONTROL ? 0x4A : 0x12) // control solution, or capillary plasma from the finger
                .on(MEASUREMENT);
    }

    @Override
    public List<DeviceAct> asked(String channel, Instant at) {
        return HealthDevice.own(channel, clock.shows(at));
    }

    /** Counts and reports all, whatever the operator; what else is asked it does not support. */
    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        if (channel.equals(HealthDevice.CURRENT_TIME)) {
            HealthDevice.time(bytes).ifPresent(shown -> clock.set(shown, at));
        }
        if (!channel.equals(CONTROL_POINT) || bytes.size() == 0) {
            return List.of();
        }
        byte opcode = bytes.toArray()[0];
        return switch (opcode) {
            case 1 -> {
                List<DeviceAct> answers = new ArrayList<>(memory);
                answers.add(response(opcode, SUCCESS));
                yield answers;
            }
            case 4 -> List.of(new FrameWriter().octets(5, 0).little(2, RECORDS).on(CONTROL_POINT));
            default -> List.of(response(opcode, NOT_SUPPORTED));
        };
    }

    private static Send response(int opcode, int value) {
        return new FrameWriter().octets(6, 0, opcode, value).on(CONTROL_POINT);
    }
}
