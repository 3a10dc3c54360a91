package io.maimen.alerting.rule;

import java.math.BigDecimal;

/**
 * How far out a value lies, as the fraction value / bound, which a decimal cannot always hold: so it is never divided.
 * Immutable.
 *
 * @param isBelow whether low values are the bad ones
 * @param isBeyond whether the device said "less than" or "more than": at the same number that is worse
 */
record Extent(BigDecimal value, BigDecimal bound, boolean isBelow, boolean isBeyond) implements Comparable<Extent> {
    /** Further out is greater. */
    @Override
    public int compareTo(Extent other) {
        BigDecimal left = value.multiply(other.bound);
        BigDecimal right = other.value.multiply(bound);
        int outwards = isBelow ? right.compareTo(left) : left.compareTo(right);
        return outwards != 0 ? outwards : Boolean.compare(isBeyond, other.isBeyond);
    }
}
