package io.maimen.driver.mapped;

import io.maimen.driver.result.ReportedTime;
import io.maimen.observation.time.DeviceTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Where a message says when it was measured, and in which form. Immutable. */
record TimeField(String at, Form form) {
    /** How a time is written. */
    enum Form {
        /** ISO 8601; without an offset it is wall time at the place. */
        ISO,
        /** Seconds since 1970-01-01T00:00Z, fractions allowed. */
        EPOCH_SECONDS,
        /** Milliseconds since then. */
        EPOCH_MILLISECONDS
    }

    private static final int DIGITS_OF_A_MICROSECOND = 6;
    private static final int DIGITS_OF_A_MILLISECOND = 3;
    private static final int LONGEST_TEXT = 40;

    /** Empty where the text is no time, or one from a clock that was never set: the reading counts, only its time does not. */
    Optional<DeviceTime> read(String text, ZoneId place) {
        return form == Form.ISO ? ReportedTime.iso(text, place) : epoch(text, place);
    }

    private Optional<DeviceTime> epoch(String text, ZoneId place) {
        int decimals = form == Form.EPOCH_SECONDS
                ? DIGITS_OF_A_MICROSECOND
                : DIGITS_OF_A_MICROSECOND - DIGITS_OF_A_MILLISECOND;
        try {
            if (text.length() > LONGEST_TEXT || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
                return Optional.empty();
            }
            long micros = new BigDecimal(text)
                    .movePointRight(decimals)
                    .setScale(0, RoundingMode.FLOOR)
                    .longValueExact();
            String iso = Instant.EPOCH
                    .plus(micros, ChronoUnit.MICROS)
                    .atOffset(ZoneOffset.UTC)
                    .toString();
            return ReportedTime.iso(iso, place);
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
