package io.maimen.observation.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A time by the device's clock, as it reported it. Immutable.
 *
 * @param reported the wall clock reading, to the device's resolution, at most a microsecond ({@link TimeScale})
 * @param offset from UTC
 * @param offsetBasis whether the device said the offset or we assumed the place's zone
 */
public record DeviceTime(LocalDateTime reported, ZoneOffset offset, OffsetBasis offsetBasis) {
    /** Where the offset comes from. */
    public enum OffsetBasis {
        REPORTED,
        ASSUMED
    }

    public DeviceTime {
        reported = requireNonNull(reported, "reported").truncatedTo(ChronoUnit.MICROS);
        requireNonNull(offset, "offset");
        requireNonNull(offsetBasis, "offsetBasis");
        TimeScale.onScale(reported.toInstant(offset));
    }

    /** A device that reports an instant. */
    public static DeviceTime of(Instant instant) {
        return new DeviceTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC, OffsetBasis.REPORTED);
    }

    /** A device that reports wall time only, at a place whose zone we know; the earlier offset where two are possible. */
    public static DeviceTime at(LocalDateTime reported, ZoneId place) {
        return new DeviceTime(reported, reported.atZone(place).getOffset(), OffsetBasis.ASSUMED);
    }

    /** The moment on our scale, uncorrected. */
    public Instant instant() {
        return reported.toInstant(offset);
    }
}
