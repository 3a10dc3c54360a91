package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A CGM Session Start Time (2AAA): what the records' offsets count from. Source: Continuous Glucose Monitoring Service 1.0.2,
 * section 3.4. Immutable.
 *
 * @param zone offset from UTC without daylight saving; empty when the monitor does not know
 * @param daylightSaving empty when the monitor does not know
 */
record GlucoseMonitorSession(DateTime start, Optional<Duration> zone, Optional<Duration> daylightSaving) {
    static final CharacteristicDecoder<GlucoseMonitorSession> DECODER =
            new CharacteristicDecoder<>("cgm.session-start", GlucoseMonitorSession::read);

    private static final int LENGTH = 9;
    private static final int CRC_LENGTH = 2;
    private static final int UNKNOWN_ZONE = -128;
    private static final int MINUTES_IN_STEP = 15;
    private static final Map<Integer, Integer> DAYLIGHT_SAVING_MINUTES = Map.of(0, 0, 2, 30, 4, 60, 8, 120);

    private static Decoded<GlucoseMonitorSession> read(Cursor in) {
        int length = in.left();
        DateTime start = in.dateTime("session start");
        int zone = (byte) in.uint8();
        boolean zoneKnown = zone != UNKNOWN_ZONE;
        if (zoneKnown) {
            in.note("time zone", Integer.toString(zone), "15 min", 1);
        }
        Optional<Integer> saving = Optional.ofNullable(DAYLIGHT_SAVING_MINUTES.get(in.uint8()));
        saving.ifPresent(minutes -> in.note("DST offset", Integer.toString(minutes), "min", 1));
        Optional<Decoded<GlucoseMonitorSession>> broken =
                length < LENGTH + CRC_LENGTH ? Optional.empty() : EndToEndCrc.check(in, 0, "");
        return broken.orElseGet(() -> in.whole(new GlucoseMonitorSession(
                start,
                zoneKnown ? Optional.of(Duration.ofMinutes((long) zone * MINUTES_IN_STEP)) : Optional.empty(),
                saving.map(Duration::ofMinutes))));
    }
}
