package io.maimen.driver.astm;

import io.maimen.observation.time.DeviceTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** When a result was completed, R-13: {@code yyyymmddhhmmss} or {@code yyyymmddhhmm}, wall time of the place. */
final class CompletedTime {
    /** LIS02-A2 is of 2004: an analyser that reports earlier years was never told the time. */
    private static final int FIRST_PLAUSIBLE_YEAR = 2004;
    /** The year that means "no date" where zeros do not. */
    private static final int NEVER = 9999;

    private static final DateTimeFormatter TO_THE_SECOND = form("uuuuMMddHHmmss");
    private static final DateTimeFormatter TO_THE_MINUTE = form("uuuuMMddHHmm");

    private CompletedTime() {}

    /** The time; empty when it is missing, all zeros, no date at all, or from a clock that was never set. */
    static Optional<DeviceTime> of(String reported, ZoneId place) {
        try {
            LocalDateTime time = LocalDateTime.parse(reported, reported.length() == 12 ? TO_THE_MINUTE : TO_THE_SECOND);
            boolean plausible = time.getYear() >= FIRST_PLAUSIBLE_YEAR && time.getYear() < NEVER;
            return plausible ? Optional.of(DeviceTime.at(time, place)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty(); // the reading counts, only its time does not
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
