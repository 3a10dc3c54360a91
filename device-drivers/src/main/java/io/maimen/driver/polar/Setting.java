package io.maimen.driver.polar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be chosen for a measurement, by its number in the control point's lists, with the width of one value. */
enum Setting {
    SAMPLE_RATE(0, Short.BYTES, "Hz"),
    RESOLUTION(1, Short.BYTES, "bit"),
    RANGE(2, Short.BYTES, ""),
    RANGE_MILLI_UNIT(3, Integer.BYTES, ""),
    CHANNELS(4, Byte.BYTES, ""),
    /** Binary32, which {@code Integer} keeps as its bits. */
    FACTOR(5, Float.BYTES, "");

    private final int number;
    private final int width;
    private final String unit;

    Setting(int number, int width, String unit) {
        this.number = number;
        this.width = width;
        this.unit = unit;
    }

    static Optional<Setting> of(int number) {
        return Arrays.stream(values())
                .filter(setting -> setting.number == number)
                .findFirst();
    }

    byte number() {
        return (byte) number;
    }

    /** Bytes of one value. */
    int width() {
        return width;
    }

    /** UCUM or empty. */
    String unit() {
        return unit;
    }

    /** The value as text, from its little-endian bits. */
    String text(long bits) {
        return this == FACTOR ? Float.toString(Float.intBitsToFloat((int) bits)) : Long.toString(bits);
    }

    /** {@code sample rate}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
