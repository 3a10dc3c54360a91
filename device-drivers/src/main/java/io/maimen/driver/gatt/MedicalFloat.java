package io.maimen.driver.gatt;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;

/**
 * A 32 bit number of IEEE 11073-20601 (medfloat32) as sent. Immutable.
 *
 * @param word exponent in the upper 8 bits, mantissa in the lower 24, both two's complement
 */
record MedicalFloat(int word) {
    static final int NAN = 0x007F_FFFF;
    static final int NRES = 0x0080_0000;
    static final int POSITIVE_INFINITY = 0x007F_FFFE;
    static final int NEGATIVE_INFINITY = 0x0080_0002;
    static final int RESERVED = 0x0080_0001;

    private static final int EXPONENT_SHIFT = 24;
    private static final int EXPONENT_BITS = 8;
    /** Digits. */
    private static final int LONGEST_WHOLE = 18;

    /** The number with the device's digits, or why there is none: a reserved word is never a number. */
    ObservationValue in(UcumUnit unit) {
        return switch (word) {
            case NAN -> new AbsentValue(DataAbsentReason.NOT_A_NUMBER);
            case NRES -> new AbsentValue(DataAbsentReason.UNSUPPORTED);
            case POSITIVE_INFINITY -> new AbsentValue(DataAbsentReason.POSITIVE_INFINITY);
            case NEGATIVE_INFINITY -> new AbsentValue(DataAbsentReason.NEGATIVE_INFINITY);
            case RESERVED -> new AbsentValue(DataAbsentReason.ERROR);
            default -> NumericValue.exact(new Quantity(number(), unit));
        };
    }

    /** As a person reads it: {@code 37.60}, {@code NaN}. */
    String text() {
        return switch (word) {
            case NAN -> "NaN";
            case NRES -> "NRes";
            case POSITIVE_INFINITY -> "+INFINITY";
            case NEGATIVE_INFINITY -> "-INFINITY";
            case RESERVED -> "reserved";
            default -> number().toPlainString();
        };
    }

    private BigDecimal number() {
        int mantissa = word << EXPONENT_BITS >> EXPONENT_BITS;
        BigDecimal number = BigDecimal.valueOf(mantissa, -(word >> EXPONENT_SHIFT));
        // 3.7E+1 is shown as 37; no thermometer's number is longer than that, only a broken one's.
        boolean writable = number.precision() - number.scale() <= LONGEST_WHOLE;
        return number.scale() < 0 && writable ? number.setScale(0) : number;
    }
}
