package io.maimen.simulator.device.health;

import io.maimen.simulator.device.bluez.Peripheral.GattService;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** The kinds of devices there are to simulate. */
enum HealthKind {
    /** Heart Rate Service 1.0: notifies rate and RR intervals. */
    STRAP {
        @Override
        HealthProfile profile(Random random, ZoneId zone, Instant now) {
            return new Measuring(HealthProfile.telling("180d", "2a37", "notify"), at -> {
                int rate = 60 + random.nextInt(40);
                return new ValueWriter()
                        .octet(0b1_0110) // contact there, RR intervals, rate in one byte
                        .octet(rate)
                        .word(60 * 1024 / rate);
            });
        }
    },
    /** Health Thermometer Service 1.0: indicates a temperature with its time. */
    THERMOMETER {
        @Override
        HealthProfile profile(Random random, ZoneId zone, Instant now) {
            return new Measuring(HealthProfile.telling("1809", "2a1c", "indicate"), at -> new ValueWriter()
                    .octet(0b110) // Celsius, time stamp, type
                    .medfloat(3600 + random.nextInt(400), -2)
                    .dateTime(at, zone)
                    .octet(3)); // in the ear
        }
    },
    /** Pulse Oximeter Service 1.0.1: indicates a spot check. */
    OXIMETER {
        @Override
        HealthProfile profile(Random random, ZoneId zone, Instant now) {
            return new Measuring(HealthProfile.telling("1822", "2a5e", "indicate"), at -> new ValueWriter()
                    .octet(0b1) // time stamp
                    .sfloat(90 + random.nextInt(10), 0)
                    .sfloat(60 + random.nextInt(40), 0)
                    .dateTime(at, zone));
        }
    },
    /** Weight Scale Service 1.0: indicates a weight of one of two users. */
    SCALE {
        @Override
        HealthProfile profile(Random random, ZoneId zone, Instant now) {
            return new Measuring(HealthProfile.telling("181d", "2a9d", "indicate"), at -> new ValueWriter()
                    .octet(0b110) // kilogram, time stamp, user
                    .word(10_000 + random.nextInt(6_000)) // steps of 0.005 kg
                    .dateTime(at, zone)
                    .octet(1 + random.nextInt(2)));
        }
    },
    /** Glucose Service 1.0.1: stored records, on request. */
    GLUCOSE_METER {
        @Override
        HealthProfile profile(Random random, ZoneId zone, Instant now) {
            return new GlucoseMeter(random, zone, now);
        }
    };

    /** @param now the present time, for what lies in a memory already */
    abstract HealthProfile profile(Random random, ZoneId zone, Instant now);

    /** A device that tells one value each time it measures. */
    private record Measuring(GattService service, Function<Instant, ValueWriter> value) implements HealthProfile {
        @Override
        public List<Sending> measures(Instant now) {
            String uuid = service.characteristics().get(0).uuid();
            return List.of(new Sending(uuid, value.apply(now).bytes()));
        }
    }
}
