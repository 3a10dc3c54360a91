package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import java.util.Optional;

/**
 * A Body Composition Measurement (2A9C). Source: Body Composition Service 1.0, section 3.2. Immutable.
 *
 * @param fatPercent in steps of 0.1
 * @param weight in steps of 0.005 kg, or of 0.01 lb when {@code imperial}
 * @param continued whether the rest of the same measurement comes in another packet
 */
record BodyCompositionMeasurement(
        ScaledNumber fatPercent,
        boolean imperial,
        Optional<DateTime> time,
        Optional<Integer> user,
        Optional<ScaledNumber> weight,
        Optional<ScaledNumber> impedance,
        boolean continued) {
    static final CharacteristicDecoder<BodyCompositionMeasurement> DECODER =
            new CharacteristicDecoder<>("body-composition.measurement", BodyCompositionMeasurement::read);

    private static Decoded<BodyCompositionMeasurement> read(Cursor in) {
        int flags = in.flags16("flags");
        boolean imperial = has(flags, 0);
        boolean continued = has(flags, 12);
        in.note("mass unit", imperial ? "lb" : "kg", "", 2);
        in.note("multiple packet", Boolean.toString(continued), "", 2);
        ScaledNumber fat = in.scaled("body fat", "%", 1, 1);
        Optional<DateTime> time = has(flags, 1) ? Optional.of(in.dateTime("time stamp")) : Optional.empty();
        Optional<Integer> user = has(flags, 2) ? Optional.of(WeightMeasurement.user(in)) : Optional.empty();
        if (has(flags, 3)) {
            in.uint16("basal metabolism", "kJ");
        }
        if (has(flags, 4)) {
            in.scaled("muscle percentage", "%", 1, 1);
        }
        mass(in, flags, 5, "muscle mass");
        mass(in, flags, 6, "fat free mass");
        mass(in, flags, 7, "soft lean mass");
        mass(in, flags, 8, "body water mass");
        Optional<ScaledNumber> impedance =
                has(flags, 9) ? Optional.of(in.scaled("impedance", "Ohm", 1, 1)) : Optional.empty();
        Optional<ScaledNumber> weight = mass(in, flags, 10, "weight");
        if (has(flags, 11)) {
            WeightMeasurement.length(in, "height", imperial);
        }
        return in.whole(new BodyCompositionMeasurement(fat, imperial, time, user, weight, impedance, continued));
    }

    /** Both packets of one measurement: what either of them says. */
    BodyCompositionMeasurement with(BodyCompositionMeasurement rest) {
        return new BodyCompositionMeasurement(
                fatPercent.unsuccessful() ? rest.fatPercent : fatPercent,
                imperial,
                time.or(rest::time),
                user.or(rest::user),
                weight.or(rest::weight),
                impedance.or(rest::impedance),
                false);
    }

    private static Optional<ScaledNumber> mass(Cursor in, int flags, int bit, String name) {
        return has(flags, bit) ? Optional.of(WeightMeasurement.mass(in, name, has(flags, 0))) : Optional.empty();
    }

    private static boolean has(int flags, int bit) {
        return ((flags >> bit) & 1) != 0;
    }
}
