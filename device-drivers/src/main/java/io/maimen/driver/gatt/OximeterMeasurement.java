package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import java.util.List;
import java.util.Optional;

/**
 * A PLX Spot-Check (2A5E) or Continuous (2A5F) Measurement. Source: Pulse Oximeter Service 1.0.1, sections 3.1 and 3.2.
 * Immutable.
 *
 * @param saturation in percent
 * @param pulse per minute
 * @param time of a spot check
 * @param status the 16 bits of the measurement status, 0 when there is none
 * @param sensor the 24 bits of the device and sensor status, 0 when there is none
 * @param clockUnset whether a spot check says that its clock was never set
 */
record OximeterMeasurement(
        Sfloat saturation, Sfloat pulse, Optional<DateTime> time, int status, int sensor, boolean clockUnset) {
    static final CharacteristicDecoder<OximeterMeasurement> SPOT_CHECK =
            new CharacteristicDecoder<>("pulse-oximeter.spot-check", OximeterMeasurement::readSpotCheck);
    static final CharacteristicDecoder<OximeterMeasurement> CONTINUOUS =
            new CharacteristicDecoder<>("pulse-oximeter.continuous", OximeterMeasurement::readContinuous);

    private static final List<String> STATUS = List.of(
            "",
            "",
            "",
            "",
            "",
            "measurement ongoing",
            "early estimated data",
            "validated data",
            "fully qualified data",
            "data from measurement storage",
            "data for demonstration",
            "data for testing",
            "calibration ongoing",
            "measurement unavailable",
            "questionable measurement",
            "invalid measurement");
    private static final List<String> SENSOR = List.of(
            "extended display update ongoing",
            "equipment malfunction",
            "signal processing irregularity",
            "inadequate signal",
            "poor signal",
            "low perfusion",
            "erratic signal",
            "nonpulsatile signal",
            "questionable pulse",
            "signal analysis ongoing",
            "sensor interference",
            "sensor unconnected to user",
            "unknown sensor connected",
            "sensor displaced",
            "sensor malfunctioning",
            "sensor disconnected");
    /** Demonstration, testing, unavailable, invalid: no value of anybody's. */
    private static final int NO_VALUE = (1 << 10) | (1 << 11) | (1 << 13) | (1 << 15);

    private static final int EARLY_OR_QUESTIONABLE = (1 << 6) | (1 << 14);

    /** Whether the numbers are somebody's at all. */
    boolean isMeasured() {
        return (status & NO_VALUE) == 0;
    }

    boolean isQuestionable() {
        return (status & EARLY_OR_QUESTIONABLE) != 0;
    }

    private static Decoded<OximeterMeasurement> readSpotCheck(Cursor in) {
        int flags = in.flags8("flags");
        boolean clockUnset = (flags & (1 << 4)) != 0;
        in.note("device clock not set", Boolean.toString(clockUnset), "", 1);
        Sfloat saturation = in.sfloat("SpO2", "%");
        Sfloat pulse = in.sfloat("pulse rate", "/min");
        Optional<DateTime> time = (flags & 1) != 0 ? Optional.of(in.dateTime("time stamp")) : Optional.empty();
        int status = (flags & (1 << 1)) != 0 ? status(in) : 0;
        int sensor = (flags & (1 << 2)) != 0 ? sensor(in) : 0;
        if ((flags & (1 << 3)) != 0) {
            in.sfloat("pulse amplitude index", "%");
        }
        return in.whole(new OximeterMeasurement(saturation, pulse, time, status, sensor, clockUnset));
    }

    private static Decoded<OximeterMeasurement> readContinuous(Cursor in) {
        int flags = in.flags8("flags");
        Sfloat saturation = in.sfloat("SpO2", "%");
        Sfloat pulse = in.sfloat("pulse rate", "/min");
        if ((flags & 1) != 0) {
            in.sfloat("SpO2 fast", "%");
            in.sfloat("pulse rate fast", "/min");
        }
        if ((flags & (1 << 1)) != 0) {
            in.sfloat("SpO2 slow", "%");
            in.sfloat("pulse rate slow", "/min");
        }
        int status = (flags & (1 << 2)) != 0 ? status(in) : 0;
        int sensor = (flags & (1 << 3)) != 0 ? sensor(in) : 0;
        if ((flags & (1 << 4)) != 0) {
            in.sfloat("pulse amplitude index", "%");
        }
        return in.whole(new OximeterMeasurement(saturation, pulse, Optional.empty(), status, sensor, false));
    }

    private static int status(Cursor in) {
        int status = in.flags16("measurement status");
        in.bits("measurement status flag", status, 2, STATUS);
        return status;
    }

    private static int sensor(Cursor in) {
        int sensor = in.flags24("device and sensor status");
        in.bits("device and sensor status flag", sensor, 3, SENSOR);
        return sensor;
    }
}
