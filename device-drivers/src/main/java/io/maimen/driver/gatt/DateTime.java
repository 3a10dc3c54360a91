package io.maimen.driver.gatt;

import io.maimen.driver.frame.TimeText;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.DeviceTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A Date Time (2A08) as sent: wall time without a zone, 0 where the device does not know. Immutable. */
record DateTime(int year, int month, int day, int hour, int minute, int second) {
    static final int LENGTH = 7;
    /** The service is of 2011: a cuff that reports an earlier year was never told the time. */
    private static final int FIRST_PLAUSIBLE_YEAR = 2011;

    private static final int LAST_YEAR = 9998;

    /** The seven bytes at {@code offset}, whatever they say. */
    static DateTime at(int offset, ByteBuffer littleEndian) {
        return new DateTime(
                Short.toUnsignedInt(littleEndian.getShort(offset)),
                Byte.toUnsignedInt(littleEndian.get(offset + 2)),
                Byte.toUnsignedInt(littleEndian.get(offset + 3)),
                Byte.toUnsignedInt(littleEndian.get(offset + 4)),
                Byte.toUnsignedInt(littleEndian.get(offset + 5)),
                Byte.toUnsignedInt(littleEndian.get(offset + 6)));
    }

    static DateTime of(LocalDateTime time) {
        return new DateTime(
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    /** What is written to set a cuff's clock. */
    Bytes bytes() {
        return Bytes.of(ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) year)
                .put((byte) month)
                .put((byte) day)
                .put((byte) hour)
                .put((byte) minute)
                .put((byte) second)
                .array());
    }

    /** So much later; the same where it is no date. */
    DateTime plus(Duration duration) {
        try {
            return of(LocalDateTime.of(year, month, day, hour, minute, second).plus(duration));
        } catch (DateTimeException e) {
            return this; // an unknown time stays unknown
        }
    }

    /** The time at a place; empty when it is unknown, no date at all, or from a clock that was never set. */
    Optional<DeviceTime> deviceTime(ZoneId place) {
        if (year < FIRST_PLAUSIBLE_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(DeviceTime.at(LocalDateTime.of(year, month, day, hour, minute, second), place));
        } catch (DateTimeException e) {
            return Optional.empty(); // the reading counts, only its time does not
        }
    }

    /** As sent, {@code 2017-01-16 12:39:54}; unknown parts are zeros. */
    @Override
    public String toString() {
        return TimeText.of(year, month, day, hour, minute, second);
    }
}
