package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import java.util.Optional;

/**
 * A Glucose Measurement Context (2A34), joined to its measurement by the sequence number. Source: Glucose Service 1.0.1,
 * section 3.2. Immutable.
 *
 * @param meal 1 before, 2 after, 3 fasting, 4 casual, 5 bedtime
 * @param glycatedHaemoglobin HbA1c in percent
 */
record GlucoseContext(int sequence, Optional<Integer> meal, Optional<Sfloat> glycatedHaemoglobin) {
    static final CharacteristicDecoder<GlucoseContext> DECODER =
            new CharacteristicDecoder<>("glucose.context", GlucoseContext::read);

    private static final int HAS_CARBOHYDRATE = 1;
    private static final int HAS_MEAL = 1 << 1;
    private static final int HAS_TESTER_AND_HEALTH = 1 << 2;
    private static final int HAS_EXERCISE = 1 << 3;
    private static final int HAS_MEDICATION = 1 << 4;
    private static final int MEDICATION_IN_LITRES = 1 << 5;
    private static final int HAS_HBA1C = 1 << 6;
    private static final int HAS_MORE_FLAGS = 1 << 7;
    private static final int NIBBLE_BITS = 4;
    private static final int NIBBLE = 0xF;
    private static final int OVERRUN = 0xFFFF;

    private static Decoded<GlucoseContext> read(Cursor in) {
        int flags = in.flags8("flags");
        int sequence = in.uint16("sequence number", "");
        if ((flags & HAS_MORE_FLAGS) != 0) {
            in.flags8("extended flags");
        }
        if ((flags & HAS_CARBOHYDRATE) != 0) {
            in.uint8("carbohydrate ID", "");
            in.sfloat("carbohydrate", "kg");
        }
        Optional<Integer> meal = (flags & HAS_MEAL) != 0 ? Optional.of(in.uint8("meal", "")) : Optional.empty();
        if ((flags & HAS_TESTER_AND_HEALTH) != 0) {
            int both = in.uint8();
            in.note("tester", Integer.toString(both & NIBBLE), "", 1);
            in.note("health", Integer.toString(both >> NIBBLE_BITS), "", 1);
        }
        if ((flags & HAS_EXERCISE) != 0) {
            exercise(in);
        }
        if ((flags & HAS_MEDICATION) != 0) {
            in.uint8("medication ID", "");
            in.sfloat("medication", (flags & MEDICATION_IN_LITRES) != 0 ? "L" : "kg");
        }
        Optional<Sfloat> haemoglobin =
                (flags & HAS_HBA1C) != 0 ? Optional.of(in.sfloat("HbA1c", "%")) : Optional.empty();
        return in.whole(new GlucoseContext(sequence, meal, haemoglobin));
    }

    private static void exercise(Cursor in) {
        int duration = in.uint16();
        in.note("exercise duration", duration == OVERRUN ? "overrun" : Integer.toString(duration), "s", 2);
        in.uint8("exercise intensity", "%");
    }
}
