package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.observation.Bytes;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A Current Time (2A2B). Source: Current Time Service 1.1, section 3.1. Immutable.
 *
 * @param dayOfWeek 1 Monday to 7 Sunday, 0 unknown
 * @param fraction in 1/256 s
 * @param adjusted why the clock was adjusted, bits
 */
record CurrentTime(DateTime time, int dayOfWeek, int fraction, int adjusted) {
    static final CharacteristicDecoder<CurrentTime> DECODER =
            new CharacteristicDecoder<>("current-time", CurrentTime::read);

    private static final int LENGTH = 10;
    private static final List<String> REASONS =
            List.of("manual", "external reference", "time zone", "daylight saving time");

    private static final int SET_BY_US = 1 << 1;

    /** What is written to set a device's clock. */
    static CurrentTime of(LocalDateTime now) {
        return new CurrentTime(DateTime.of(now), now.getDayOfWeek().getValue(), 0, SET_BY_US);
    }

    Bytes bytes() {
        return Bytes.of(ByteBuffer.allocate(LENGTH)
                .put(time.bytes().toArray())
                .put((byte) dayOfWeek)
                .put((byte) fraction)
                .put((byte) adjusted)
                .array());
    }

    private static Decoded<CurrentTime> read(Cursor in) {
        DateTime time = in.dateTime("date time");
        int day = in.uint8();
        if (day != 0) {
            in.note("day of week", Integer.toString(day), "", 1);
        }
        int fraction = in.uint8("fraction", "s/256");
        int adjusted = in.flags8("adjust reason");
        in.bits("adjust reason flag", adjusted, 1, REASONS);
        return in.whole(new CurrentTime(time, day, fraction, adjusted));
    }
}
