package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.DeviceTime.OffsetBasis;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    private static final Duration MOST_FROM_UTC = Duration.ofHours(18);
    private static final int LENGTH = 9;
    private static final int CRC_LENGTH = 2;
    private static final int UNKNOWN_ZONE = -128;
    private static final int MINUTES_IN_STEP = 15;
    private static final Map<Integer, Integer> DAYLIGHT_SAVING_MINUTES = Map.of(0, 0, 2, 30, 4, 60, 8, 120);

    /** The time so many minutes after the start: by the monitor's own zone where it has one, else by the place's. */
    Optional<DeviceTime> time(int minutes, ZoneId place) {
        Optional<DeviceTime> atPlace = start.plus(Duration.ofMinutes(minutes)).deviceTime(place);
        Duration fromUtc = zone.orElse(Duration.ZERO).plus(daylightSaving.orElse(Duration.ZERO));
        return zone.isEmpty() || fromUtc.abs().compareTo(MOST_FROM_UTC) > 0
                ? atPlace
                : atPlace.map(time -> new DeviceTime(
                        time.reported(), ZoneOffset.ofTotalSeconds((int) fromUtc.toSeconds()), OffsetBasis.REPORTED));
    }

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
