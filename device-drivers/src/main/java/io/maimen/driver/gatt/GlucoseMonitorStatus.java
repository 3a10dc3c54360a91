package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import java.util.List;
import java.util.Optional;

/**
 * A CGM Status (2AA9). Source: Continuous Glucose Monitoring Service 1.0.2, section 3.3. Immutable.
 *
 * @param offsetMinutes since the session's start
 * @param status what the monitor says of itself, one octet; likewise {@code calibration} and {@code warning}
 */
record GlucoseMonitorStatus(int offsetMinutes, int status, int calibration, int warning) {
    static final CharacteristicDecoder<GlucoseMonitorStatus> DECODER =
            new CharacteristicDecoder<>("cgm.status", GlucoseMonitorStatus::read);

    private static final int LENGTH = 5;
    private static final int CRC_LENGTH = 2;
    private static final List<String> STATUS = List.of(
            "session stopped",
            "device battery low",
            "sensor type incorrect",
            "sensor malfunction",
            "device specific alert",
            "general device fault");
    private static final List<String> CALIBRATION = List.of(
            "time sync required",
            "calibration not allowed",
            "calibration recommended",
            "calibration required",
            "sensor temperature too high",
            "sensor temperature too low");
    private static final List<String> WARNING = List.of(
            "below patient low",
            "above patient high",
            "below hypo",
            "above hyper",
            "rate decrease exceeded",
            "rate increase exceeded",
            "below device range",
            "above device range");

    private static Decoded<GlucoseMonitorStatus> read(Cursor in) {
        int length = in.left();
        int offset = in.uint16("time offset", "min");
        GlucoseMonitorStatus read =
                new GlucoseMonitorStatus(offset, status(in, ""), calibration(in, ""), warning(in, ""));
        Optional<Decoded<GlucoseMonitorStatus>> broken =
                length < LENGTH + CRC_LENGTH ? Optional.empty() : EndToEndCrc.check(in, 0, "");
        return broken.orElseGet(() -> in.whole(read));
    }

    static int status(Cursor in, String prefix) {
        return octet(in, prefix + "status", STATUS);
    }

    static int calibration(Cursor in, String prefix) {
        return octet(in, prefix + "calibration and temperature", CALIBRATION);
    }

    static int warning(Cursor in, String prefix) {
        return octet(in, prefix + "warning", WARNING);
    }

    private static int octet(Cursor in, String name, List<String> words) {
        int octet = in.flags8(name);
        in.bits(name + " flag", octet, 1, words);
        return octet;
    }
}
