package io.maimen.driver.gatt;

import java.nio.ByteOrder;

/** How a model lays out its measurement, chosen by the model number and never guessed from values. */
enum CuffLayout {
    /** As the Blood Pressure Service says. */
    STANDARD(ByteOrder.LITTLE_ENDIAN, false),
    /** Beurer BM 85: a user ID without its flag, pulse and status big-endian, a mean of 0 where there is none. */
    BEURER_BM85(ByteOrder.BIG_ENDIAN, true);

    private final ByteOrder afterTime;
    private final boolean peculiar;

    CuffLayout(ByteOrder afterTime, boolean peculiar) {
        this.afterTime = afterTime;
        this.peculiar = peculiar;
    }

    /** The layout of a model by its Model Number String. */
    static CuffLayout ofModel(String model) {
        return model.startsWith("BM85") ? BEURER_BM85 : STANDARD;
    }

    /** Byte order of what follows the time stamp. */
    ByteOrder afterTime() {
        return afterTime;
    }

    /** Whether the user ID is there although its flag is clear. */
    boolean userIdAlways() {
        return peculiar;
    }

    /** Whether a mean of 0 says that the model computes none. */
    boolean zeroMeanIsNone() {
        return peculiar;
    }
}
