package io.maimen.simulator.device.nonin;

import java.util.Arrays;
import java.util.Optional;

/** The data formats, by the number that commands and manuals give them. */
enum NoninFormat {
    /** 75 frames a second, each with its start. */
    SERIAL(2),
    /** 75 frames a second with a pleth of 16 bits, without a start. */
    WIDE_PLETH(7),
    /** One frame a second. */
    SECOND(8),
    /** One record a measurement, and a memory. */
    SPOT_CHECK(13);

    private final int number;

    NoninFormat(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Optional<NoninFormat> of(int number) {
        return Arrays.stream(values()).filter(format -> format.number == number).findFirst();
    }
}
