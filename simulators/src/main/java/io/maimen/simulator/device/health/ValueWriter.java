package io.maimen.simulator.device.health;

import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Writes a characteristic's value front to back, little-endian. Confined to one value. */
final class ValueWriter {
    private static final int BYTE_BITS = 8;
    private static final int MANTISSA = 0xFFF;
    private static final int EXPONENT_SHIFT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ValueWriter octet(int value) {
        out.write(value);
        return this;
    }

    ValueWriter word(int value) {
        return octet(value).octet(value >> BYTE_BITS);
    }

    /** {@code mantissa * 10^exponent} in 16 bits. */
    ValueWriter sfloat(int mantissa, int exponent) {
        return word((mantissa & MANTISSA) | (exponent << EXPONENT_SHIFT));
    }

    /** {@code mantissa * 10^exponent} in 32 bits. */
    ValueWriter medfloat(int mantissa, int exponent) {
        return word(mantissa).octet(mantissa >> (2 * BYTE_BITS)).octet(exponent);
    }

    ValueWriter dateTime(Instant at, ZoneId zone) {
        LocalDateTime shown = LocalDateTime.ofInstant(at, zone);
        return word(shown.getYear())
                .octet(shown.getMonthValue())
                .octet(shown.getDayOfMonth())
                .octet(shown.getHour())
                .octet(shown.getMinute())
                .octet(shown.getSecond());
    }

    Bytes bytes() {
        return Bytes.of(out.toByteArray());
    }
}
