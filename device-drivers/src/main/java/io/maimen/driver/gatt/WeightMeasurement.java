package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import java.util.Optional;

/**
 * A Weight Measurement (2A9D). Source: Weight Scale Service 1.0, section 3.2. Immutable.
 *
 * @param weight in steps of 0.005 kg, or of 0.01 lb when {@code imperial}
 * @param user 0 to 255, 255 unknown; empty when the flags say that there is none
 * @param height in steps of 0.001 m or 0.1 in
 */
record WeightMeasurement(
        ScaledNumber weight,
        boolean imperial,
        Optional<DateTime> time,
        Optional<Integer> user,
        Optional<ScaledNumber> bodyMassIndex,
        Optional<ScaledNumber> height) {
    static final CharacteristicDecoder<WeightMeasurement> DECODER =
            new CharacteristicDecoder<>("weight-scale.measurement", WeightMeasurement::read);

    static final int UNKNOWN_USER = 0xFF;

    private static final int IMPERIAL = 1;
    private static final int HAS_TIME = 1 << 1;
    private static final int HAS_USER = 1 << 2;
    private static final int HAS_HEIGHT = 1 << 3;

    private static Decoded<WeightMeasurement> read(Cursor in) {
        int flags = in.flags8("flags");
        boolean imperial = (flags & IMPERIAL) != 0;
        ScaledNumber weight = mass(in, "weight", imperial);
        Optional<DateTime> time = (flags & HAS_TIME) != 0 ? Optional.of(in.dateTime("time stamp")) : Optional.empty();
        Optional<Integer> user = (flags & HAS_USER) != 0 ? Optional.of(user(in)) : Optional.empty();
        boolean hasHeight = (flags & HAS_HEIGHT) != 0;
        Optional<ScaledNumber> index =
                hasHeight ? Optional.of(in.scaled("body mass index", "kg/m2", 1, 1)) : Optional.empty();
        Optional<ScaledNumber> height = hasHeight ? Optional.of(length(in, "height", imperial)) : Optional.empty();
        return in.whole(new WeightMeasurement(weight, imperial, time, user, index, height));
    }

    /** In steps of 0.005 kg or 0.01 lb. */
    static ScaledNumber mass(Cursor in, String name, boolean imperial) {
        ScaledNumber mass = new ScaledNumber(in.uint16(), imperial ? 1 : 5, imperial ? 2 : 3);
        in.note(name, mass.unsuccessful() ? "measurement unsuccessful" : mass.text(), imperial ? "[lb_av]" : "kg", 2);
        return mass;
    }

    /** In steps of 0.001 m or 0.1 in. */
    static ScaledNumber length(Cursor in, String name, boolean imperial) {
        return imperial ? in.scaled(name, "[in_i]", 1, 1) : in.scaled(name, "m", 1, 3);
    }

    static int user(Cursor in) {
        int user = in.uint8();
        if (user != UNKNOWN_USER) {
            in.note("user ID", Integer.toString(user), "", 1);
        }
        return user;
    }
}
