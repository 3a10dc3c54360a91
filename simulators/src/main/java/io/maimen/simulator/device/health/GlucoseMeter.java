package io.maimen.simulator.device.health;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.bluez.Peripheral.GattCharacteristic;
import io.maimen.simulator.device.bluez.Peripheral.GattService;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A meter with records of the last days, one of them of control solution, one with its meal. Glucose Service 1.0.1. */
final class GlucoseMeter implements HealthProfile {
    static final int RECORDS = 12;

    private static final String MEASUREMENT = HealthProfile.uuid("2a18");
    private static final String CONTEXT = HealthProfile.uuid("2a34");
    private static final String CONTROL_POINT = HealthProfile.uuid("2a52");
    private static final Duration BETWEEN = Duration.ofHours(6);
    private static final int CONTROL = 5;
    private static final int WITH_MEAL = 7;

    private final List<Sending> memory = new ArrayList<>();

    GlucoseMeter(Random random, ZoneId zone, Instant now) {
        for (int number = 0; number < RECORDS; number++) {
            Instant at = now.minus(BETWEEN.multipliedBy(RECORDS - number));
            memory.add(new Sending(MEASUREMENT, measurement(number, at, zone, 70 + random.nextInt(130))));
            if (number == WITH_MEAL) {
                memory.add(new Sending(
                        CONTEXT,
                        new ValueWriter().octet(0b10).word(number).octet(2).bytes())); // after a meal
            }
        }
    }

    private static Bytes measurement(int number, Instant at, ZoneId zone, int milligramPerDecilitre) {
        return new ValueWriter()
                .octet(number == WITH_MEAL ? 0b1_0010 : 0b10) // a concentration in kg/L, perhaps a context after it
                .word(number)
                .dateTime(at, zone)
                .sfloat(milligramPerDecilitre, -5)
                .octet(number == CONTROL ? 0x4A : 0x12) // control solution, or capillary plasma from the finger
                .bytes();
    }

    @Override
    public GattService service() {
        return new GattService(
                HealthProfile.uuid("1808"),
                List.of(
                        new GattCharacteristic(MEASUREMENT, List.of("notify")),
                        new GattCharacteristic(CONTEXT, List.of("notify")),
                        new GattCharacteristic(CONTROL_POINT, List.of("write", "indicate"))));
    }

    /** Counts and reports all; whatever else is asked it does not support. */
    @Override
    public List<Sending> answers(String uuid, Bytes written) {
        byte opcode = written.toArray()[0];
        return switch (opcode) {
            case 1 -> {
                List<Sending> answers = new ArrayList<>(memory);
                answers.add(response(opcode, 1)); // success
                yield answers;
            }
            case 4 ->
                List.of(new Sending(
                        CONTROL_POINT,
                        new ValueWriter().octet(5).octet(0).word(RECORDS).bytes()));
            default -> List.of(response(opcode, 2)); // not supported
        };
    }

    private static Sending response(int opcode, int value) {
        return new Sending(
                CONTROL_POINT,
                new ValueWriter().octet(6).octet(0).octet(opcode).octet(value).bytes());
    }
}
