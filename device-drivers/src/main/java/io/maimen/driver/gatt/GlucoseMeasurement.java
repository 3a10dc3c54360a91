package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import java.util.List;
import java.util.Optional;

/**
 * A Glucose Measurement (2A18). Source: Glucose Service 1.0.1, section 3.1. Immutable.
 *
 * @param sequence stable per meter until the meter is reset
 * @param time the meter's base time; the user-facing time is {@code offsetMinutes} later
 * @param offsetMinutes empty when the flags say that there is none
 * @param sample empty for a record without a concentration
 * @param status the 16 bits of the sensor status annunciation, 0 when there is none
 */
record GlucoseMeasurement(
        int sequence,
        DateTime time,
        Optional<Integer> offsetMinutes,
        Optional<Sample> sample,
        int status,
        boolean contextFollows) {
    static final CharacteristicDecoder<GlucoseMeasurement> DECODER =
            new CharacteristicDecoder<>("glucose.measurement", GlucoseMeasurement::read);

    private static final int HAS_OFFSET = 1;
    private static final int HAS_SAMPLE = 1 << 1;
    private static final int MOLE_PER_LITRE = 1 << 2;
    private static final int HAS_STATUS = 1 << 3;
    private static final int CONTEXT_FOLLOWS = 1 << 4;
    private static final int NIBBLE_BITS = 4;
    private static final int NIBBLE = 0xF;

    private static final List<String> TYPES = List.of(
            "reserved",
            "capillary whole blood",
            "capillary plasma",
            "venous whole blood",
            "venous plasma",
            "arterial whole blood",
            "arterial plasma",
            "undetermined whole blood",
            "undetermined plasma",
            "interstitial fluid",
            "control solution");
    private static final List<String> LOCATIONS =
            List.of("reserved", "finger", "alternate site test", "earlobe", "control solution");
    private static final List<String> STATUS = List.of(
            "battery low",
            "sensor malfunction",
            "sample size insufficient",
            "strip insertion error",
            "strip type incorrect",
            "result too high",
            "result too low",
            "temperature too high",
            "temperature too low",
            "read interrupted",
            "general device fault",
            "time fault");

    /**
     * What was measured.
     *
     * @param molar whether the concentration is in mol/L; in kg/L otherwise
     * @param type of the sample, 0 to 15
     * @param location of the sample, 0 to 15
     */
    record Sample(Sfloat concentration, boolean molar, int type, int location) {
        private static final int CONTROL_SOLUTION = 10;
        private static final int FROM_CONTROL_SOLUTION = 4;

        /** Not a patient's: either of the two may say so alone. */
        boolean isControl() {
            return type == CONTROL_SOLUTION || location == FROM_CONTROL_SOLUTION;
        }
    }

    private static Decoded<GlucoseMeasurement> read(Cursor in) {
        int flags = in.flags8("flags");
        in.note("context follows", Boolean.toString((flags & CONTEXT_FOLLOWS) != 0), "", 1);
        int sequence = in.uint16("sequence number", "");
        DateTime time = in.dateTime("base time");
        Optional<Integer> offset =
                (flags & HAS_OFFSET) != 0 ? Optional.of(in.int16("time offset", "min")) : Optional.empty();
        Optional<Sample> sample =
                (flags & HAS_SAMPLE) != 0 ? Optional.of(sample(in, (flags & MOLE_PER_LITRE) != 0)) : Optional.empty();
        int status = 0;
        if ((flags & HAS_STATUS) != 0) {
            status = in.flags16("sensor status");
            in.bits("sensor status flag", status, 2, STATUS);
        }
        return in.whole(new GlucoseMeasurement(sequence, time, offset, sample, status, (flags & CONTEXT_FOLLOWS) != 0));
    }

    private static Sample sample(Cursor in, boolean molar) {
        Sfloat concentration = in.sfloat("concentration", molar ? "mol/L" : "kg/L");
        int typeAndLocation = in.uint8();
        int type = typeAndLocation & NIBBLE;
        int location = typeAndLocation >> NIBBLE_BITS;
        in.note("type", word(TYPES, type), "", 1);
        in.note("sample location", location == NIBBLE ? "not available" : word(LOCATIONS, location), "", 1);
        return new Sample(concentration, molar, type, location);
    }

    private static String word(List<String> words, int number) {
        return number < words.size() ? words.get(number) : "reserved";
    }
}
