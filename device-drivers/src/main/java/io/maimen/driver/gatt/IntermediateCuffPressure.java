package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;

/**
 * An Intermediate Cuff Pressure (2A36): what the cuff shows while it inflates; laid out as a measurement whose diastolic and
 * mean say nothing. Source: Blood Pressure Service 1.1.1, section 3.2. Immutable.
 */
record IntermediateCuffPressure(Sfloat pressure, boolean kilopascal) {
    static final CharacteristicDecoder<IntermediateCuffPressure> DECODER =
            new CharacteristicDecoder<>("blood-pressure.intermediate-cuff-pressure", IntermediateCuffPressure::read);

    private static Decoded<IntermediateCuffPressure> read(Cursor in) {
        int flags = in.flags8("flags");
        boolean kilopascal = (flags & 1) != 0;
        Sfloat pressure = in.sfloat("cuff pressure", kilopascal ? "kPa" : "mm[Hg]");
        in.int32();
        if ((flags & (1 << 1)) != 0) {
            in.dateTime("time stamp");
        }
        if ((flags & (1 << 2)) != 0) {
            in.sfloat("pulse rate", "/min");
        }
        if ((flags & (1 << 3)) != 0) {
            WeightMeasurement.user(in);
        }
        if ((flags & (1 << 4)) != 0) {
            int status = in.flags16("measurement status");
            BloodPressureMeasurement.words(status).forEach(flag -> in.note("measurement status flag", flag, "", 2));
            in.note("pulse rate range", BloodPressureMeasurement.pulseRange(status), "", 2);
        }
        return in.whole(new IntermediateCuffPressure(pressure, kilopascal));
    }
}
