package io.maimen.driver.reading;

import io.maimen.driver.frame.TimeText;
import io.maimen.observation.time.DeviceTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A time as a cuff has it: wall time without a zone, perhaps no time at all. Immutable. */
public record CuffTime(int year, int month, int day, int hour, int minute, int second) {
    private static final int LAST_SECOND = 59;
    /** Six bits can say 60 to 63, and cuffs do. */
    public CuffTime {
        second = Math.min(second, LAST_SECOND);
    }

    /**
     * The time at a place; empty when it is no date, or from a clock that was never set.
     *
     * @param firstYear of the first of these models: a cuff that reports an earlier one was never told the time
     */
    public Optional<DeviceTime> deviceTime(ZoneId place, int firstYear) {
        if (year < firstYear) {
            return Optional.empty();
        }
        try {
            return Optional.of(DeviceTime.at(LocalDateTime.of(year, month, day, hour, minute, second), place));
        } catch (DateTimeException e) {
            return Optional.empty(); // the reading counts, only its time does not
        }
    }

    @Override
    public String toString() {
        return TimeText.of(year, month, day, hour, minute, second);
    }
}
