package io.maimen.driver.gatt;

import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.code.UcumUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Blood Pressure Measurement (2A35) as sent. Immutable.
 *
 * @param unit of the pressures, mm[Hg] or kPa
 * @param mean empty where the model computes none
 * @param time empty when the flags say that there is none
 * @param pulse per minute; empty when the flags say that there is none
 * @param user 0 to 255, 255 unknown; empty when the flags say that there is none
 * @param status the 16 bits of the measurement status, 0 when there is none
 */
record BloodPressureMeasurement(
        UcumUnit unit,
        Sfloat systolic,
        Sfloat diastolic,
        Optional<Sfloat> mean,
        Optional<DateTime> time,
        Optional<Sfloat> pulse,
        Optional<Integer> user,
        int status) {
    static final int UNKNOWN_USER = 0xFF;

    private static final int BODY_MOVEMENT = 1;
    private static final int CUFF_LOOSE = 1 << 1;
    private static final int IRREGULAR_PULSE = 1 << 2;
    private static final int IMPROPER_POSITION = 1 << 5;
    private static final int PULSE_RANGE_SHIFT = 3;
    private static final int PULSE_RANGE_MASK = 3;
    private static final SortedMap<Integer, String> STATUS_WORDS = new TreeMap<>(Map.of(
            BODY_MOVEMENT,
            "body movement",
            CUFF_LOOSE,
            "cuff too loose",
            IRREGULAR_PULSE,
            "irregular pulse",
            IMPROPER_POSITION,
            "improper position"));

    /** The status bits that say something against the reading, in words. */
    static List<String> words(int status) {
        List<String> words = new ArrayList<>();
        STATUS_WORDS.forEach((bit, word) -> {
            if ((status & bit) != 0) {
                words.add(word);
            }
        });
        return words;
    }

    /** Where the pulse lies in the range the cuff can count. */
    static String pulseRange(int status) {
        return switch ((status >> PULSE_RANGE_SHIFT) & PULSE_RANGE_MASK) {
            case 0 -> "within";
            case 1 -> "above upper limit";
            case 2 -> "below lower limit";
            default -> "reserved";
        };
    }

    /** A failed measurement says so in its pressures; the status word of a failed one is often 0. */
    boolean failed() {
        return systolic.word() == Sfloat.NAN && diastolic.word() == Sfloat.NAN;
    }

    /** What the cuff says against its own reading. */
    Set<MeasurementStatus> doubts() {
        Set<MeasurementStatus> doubts = EnumSet.noneOf(MeasurementStatus.class);
        add(doubts, BODY_MOVEMENT, MeasurementStatus.BODY_MOVEMENT);
        add(doubts, CUFF_LOOSE, MeasurementStatus.CUFF_LOOSE);
        add(doubts, IRREGULAR_PULSE, MeasurementStatus.IRREGULAR_PULSE);
        add(doubts, IMPROPER_POSITION, MeasurementStatus.IMPROPER_POSITION);
        if (failed()) {
            doubts.add(MeasurementStatus.QUESTIONABLE);
        }
        return doubts;
    }

    private void add(Set<MeasurementStatus> doubts, int bit, MeasurementStatus doubt) {
        if ((status & bit) != 0) {
            doubts.add(doubt);
        }
    }
}
