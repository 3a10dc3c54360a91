package io.maimen.driver.contec;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a live packet of V7.0 says, sixty times a second. Immutable.
 *
 * @param packet of the type {@link Packet#LIVE}
 */
record LiveSample(Packet packet) {
    private static final int LOW_NIBBLE = 0x0F;
    private static final int SEARCH_TOO_LONG = 1 << 4;
    private static final int LOW_SATURATION = 1 << 5;
    private static final int BEEP = 1 << 6;
    private static final int PROBE_ERROR = 1 << 7;
    private static final int SEARCHING = 1 << 7;
    private static final int PLETH = 0x7F;
    private static final int PI_INVALID = 1 << 4;
    private static final int MISSING_RATE = 0xFF;
    private static final int MISSING_SATURATION = 0x7F;
    /** 22.00 %. */
    private static final int GREATEST_PI = 2_200;

    int signalStrength() {
        return packet.data(0) & LOW_NIBBLE;
    }

    boolean searchTooLong() {
        return (packet.data(0) & SEARCH_TOO_LONG) != 0;
    }

    boolean lowSaturation() {
        return (packet.data(0) & LOW_SATURATION) != 0;
    }

    boolean beep() {
        return (packet.data(0) & BEEP) != 0;
    }

    boolean probeError() {
        return (packet.data(0) & PROBE_ERROR) != 0;
    }

    int pleth() {
        return packet.data(1) & PLETH;
    }

    boolean searching() {
        return (packet.data(1) & SEARCHING) != 0;
    }

    int bar() {
        return packet.data(2) & LOW_NIBBLE;
    }

    boolean perfusionIndexInvalid() {
        return (packet.data(2) & PI_INVALID) != 0;
    }

    /** Per minute, 0 to 254. */
    OptionalInt pulseRate() {
        return packet.data(3) == MISSING_RATE ? OptionalInt.empty() : OptionalInt.of(packet.data(3));
    }

    /** In percent. */
    OptionalInt saturation() {
        return packet.data(4) == MISSING_SATURATION ? OptionalInt.empty() : OptionalInt.of(packet.data(4));
    }

    /** In percent, with two places; empty where the oximeter computes none or has none now. */
    Optional<BigDecimal> perfusionIndex() {
        int hundredths = packet.data(5) | (packet.data(6) << Byte.SIZE);
        return perfusionIndexInvalid() || hundredths > GREATEST_PI
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(hundredths, 2));
    }
}
