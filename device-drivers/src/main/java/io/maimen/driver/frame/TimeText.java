package io.maimen.driver.frame;

/**
 * A time as a device sent it, {@code 2017-01-16 12:39:54}; parts may be no date at all, unknown ones are zeros. Written by hand: a
 * format string costs more than all else in a frame. Stateless.
 */
public final class TimeText {
    private static final int LENGTH = 19;
    private static final int HUNDRED = 100;
    private static final int TWO_DIGITS = 10;

    private TimeText() {}

    /** Without seconds: {@code 2017-01-16 12:39}. */
    public static String of(int year, int month, int day, int hour, int minute) {
        return toMinute(year, month, day, hour, minute).toString();
    }

    /** With seconds. */
    public static String of(int year, int month, int day, int hour, int minute, int second) {
        return digits(toMinute(year, month, day, hour, minute).append(':'), second)
                .toString();
    }

    private static StringBuilder toMinute(int year, int month, int day, int hour, int minute) {
        StringBuilder text = new StringBuilder(LENGTH);
        digits(text, year / HUNDRED);
        digits(text, year % HUNDRED);
        digits(text.append('-'), month);
        digits(text.append('-'), day);
        digits(text.append(' '), hour);
        return digits(text.append(':'), minute);
    }

    private static StringBuilder digits(StringBuilder text, int number) {
        return (number < TWO_DIGITS ? text.append('0') : text).append(number);
    }
}
