package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One record of a CGM Measurement (2AA7). Source: Continuous Glucose Monitoring Service 1.0.2, section 3.1. Immutable.
 *
 * @param glucose in mg/dL
 * @param offsetMinutes since the session's start
 * @param status status, calibration and temperature, warning: one octet each, from the lowest; 0 for one that is not there
 * @param trend in mg/dL/min
 * @param quality in percent
 */
record GlucoseMonitorRecord(
        Sfloat glucose, int offsetMinutes, int status, Optional<Sfloat> trend, Optional<Sfloat> quality) {
    static final CharacteristicDecoder<List<GlucoseMonitorRecord>> DECODER =
            new CharacteristicDecoder<>("cgm.measurement", GlucoseMonitorRecord::readAll);

    private static final int SHORTEST = 6;
    private static final int CRC_LENGTH = 2;
    private static final int HAS_TREND = 1;
    private static final int HAS_QUALITY = 1 << 1;
    private static final int HAS_WARNING = 1 << 5;
    private static final int HAS_CALIBRATION = 1 << 6;
    private static final int HAS_STATUS = 1 << 7;
    private static final int BYTE_BITS = 8;

    private static Decoded<List<GlucoseMonitorRecord>> readAll(Cursor in) {
        List<GlucoseMonitorRecord> records = new ArrayList<>();
        do {
            Decoded<GlucoseMonitorRecord> next = read(in, "record[" + records.size() + "].");
            if (next instanceof Decoded.Refused<GlucoseMonitorRecord> refused) {
                return new Decoded.Refused<>(refused.error());
            }
            records.add(((Decoded.Frame<GlucoseMonitorRecord>) next).frame());
        } while (in.left() > 0);
        return in.whole(records);
    }

    private static Decoded<GlucoseMonitorRecord> read(Cursor in, String prefix) {
        int start = in.offset();
        int available = in.left();
        int size = in.uint8(prefix + "size", "");
        if (size < SHORTEST) {
            return Decoded.refused("GATT-005", start, "record size must be " + SHORTEST + " or more but was " + size);
        }
        if (size > available) {
            return Decoded.refused(
                    "GATT-001", start, "record must be " + size + " bytes but only " + available + " came");
        }
        int flags = in.flags8(prefix + "flags");
        int bare = SHORTEST + demanded(flags);
        if (size != bare && size != bare + CRC_LENGTH) {
            return Decoded.refused(
                    "GATT-006",
                    start,
                    "record size must be " + bare + ", or with its CRC " + (bare + CRC_LENGTH) + ", but was " + size);
        }
        Sfloat glucose = in.sfloat(prefix + "glucose", "mg/dL");
        int offset = in.uint16(prefix + "time offset", "min");
        int status = (flags & HAS_STATUS) != 0 ? GlucoseMonitorStatus.status(in, prefix) : 0;
        int calibration = (flags & HAS_CALIBRATION) != 0 ? GlucoseMonitorStatus.calibration(in, prefix) : 0;
        int warning = (flags & HAS_WARNING) != 0 ? GlucoseMonitorStatus.warning(in, prefix) : 0;
        Optional<Sfloat> trend =
                (flags & HAS_TREND) != 0 ? Optional.of(in.sfloat(prefix + "trend", "mg/dL/min")) : Optional.empty();
        Optional<Sfloat> quality =
                (flags & HAS_QUALITY) != 0 ? Optional.of(in.sfloat(prefix + "quality", "%")) : Optional.empty();
        Optional<Decoded<GlucoseMonitorRecord>> broken =
                size == bare ? Optional.empty() : EndToEndCrc.check(in, start, prefix);
        return broken.orElseGet(() -> new Decoded.Frame<>(new GlucoseMonitorRecord(
                glucose, offset, status | (calibration << BYTE_BITS) | (warning << (2 * BYTE_BITS)), trend, quality)));
    }

    private static int demanded(int flags) {
        return Integer.bitCount(flags & (HAS_STATUS | HAS_CALIBRATION | HAS_WARNING))
                + 2 * Integer.bitCount(flags & (HAS_TREND | HAS_QUALITY));
    }
}
