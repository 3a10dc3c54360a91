package io.maimen.driver.result;

import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.DeviceTime.OffsetBasis;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Times as devices write them in text. Stateless. */
public final class ReportedTime {
    /** Before it none of these devices was built: one that reports earlier years was never told the time. */
    private static final int FIRST_PLAUSIBLE_YEAR = 2004;

    private static final int LAST_PLAUSIBLE_YEAR = 2999;

    private ReportedTime() {}

    /** ISO 8601 with an offset, or without one as wall time of {@code place}; empty for none, or from a clock never set. */
    public static Optional<DeviceTime> iso(String text, ZoneId place) {
        return anyYear(text, place).filter(ReportedTime::isPlausible);
    }

    /** As {@link #iso}, also from a clock that was never set. */
    public static Optional<DeviceTime> anyYear(String text, ZoneId place) {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime offset
                            ? new DeviceTime(offset.toLocalDateTime(), offset.getOffset(), OffsetBasis.REPORTED)
                            : DeviceTime.at((LocalDateTime) time, place));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty(); // the reading counts, only its time does not
        }
    }

    private static boolean isPlausible(DeviceTime time) {
        int year = time.reported().getYear();
        return year >= FIRST_PLAUSIBLE_YEAR && year <= LAST_PLAUSIBLE_YEAR;
    }
}
