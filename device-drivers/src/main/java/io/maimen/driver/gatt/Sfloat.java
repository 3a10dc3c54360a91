package io.maimen.driver.gatt;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;

/**
 * A 16 bit number of IEEE 11073-20601 (medfloat16) as sent. Immutable.
 *
 * @param word 0 to FFFF: exponent in the upper 4 bits, mantissa in the lower 12, both two's complement
 */
record Sfloat(int word) {
    private static final int MANTISSA_BITS = 12;
    private static final int TO_SIGN = Integer.SIZE - MANTISSA_BITS;
    private static final int EXPONENT_TO_SIGN = Integer.SIZE - Short.SIZE;

    static final int NAN = 0x07FF;
    static final int NRES = 0x0800;
    static final int POSITIVE_INFINITY = 0x07FE;
    static final int NEGATIVE_INFINITY = 0x0802;
    static final int RESERVED = 0x0801;

    Sfloat {
        if (word < 0 || word > 0xFFFF) {
            throw new IllegalArgumentException("GATT-003 SFLOAT must be 16 bits but was " + word);
        }
    }

    /** The number with the device's digits, or why there is none: a reserved word is never a number. */
    ObservationValue in(UcumUnit unit) {
        return in(unit, 0);
    }

    /** The same with the decimal point moved {@code tens} places to the right, for a unit so much smaller. */
    ObservationValue in(UcumUnit unit, int tens) {
        return switch (word) {
            case NAN -> new AbsentValue(DataAbsentReason.NOT_A_NUMBER);
            case NRES -> new AbsentValue(DataAbsentReason.UNSUPPORTED);
            case POSITIVE_INFINITY -> new AbsentValue(DataAbsentReason.POSITIVE_INFINITY);
            case NEGATIVE_INFINITY -> new AbsentValue(DataAbsentReason.NEGATIVE_INFINITY);
            case RESERVED -> new AbsentValue(DataAbsentReason.ERROR);
            default -> NumericValue.exact(new Quantity(plain(number().scaleByPowerOfTen(tens)), unit));
        };
    }

    /** As a person reads it: {@code 125}, {@code 18.9}, {@code NaN}. */
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
        int mantissa = word << TO_SIGN >> TO_SIGN;
        int exponent = word << EXPONENT_TO_SIGN >> (EXPONENT_TO_SIGN + MANTISSA_BITS);
        return plain(BigDecimal.valueOf(mantissa, -exponent));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
