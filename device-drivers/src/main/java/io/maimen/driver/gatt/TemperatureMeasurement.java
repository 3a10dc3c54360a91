package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.observation.code.UcumUnit;
import java.util.List;
import java.util.Optional;

/**
 * A Temperature Measurement (2A1C) or Intermediate Temperature (2A1E). Source: Health Thermometer Service 1.0, section 3.1.
 * Immutable.
 *
 * @param type where it was measured, 1 to 9; empty when the flags say that it is not told
 */
record TemperatureMeasurement(
        MedicalFloat temperature, boolean fahrenheit, Optional<DateTime> time, Optional<Integer> type) {
    static final CharacteristicDecoder<TemperatureMeasurement> DECODER =
            new CharacteristicDecoder<>("thermometer.measurement", TemperatureMeasurement::read);

    private static final List<String> TYPES = List.of(
            "", "armpit", "body", "ear", "finger", "gastrointestinal tract", "mouth", "rectum", "toe", "tympanum");
    private static final int FAHRENHEIT = 1;
    private static final int HAS_TIME = 1 << 1;
    private static final int HAS_TYPE = 1 << 2;
    private static final int FLOAT_LENGTH = 4;

    private static Decoded<TemperatureMeasurement> read(Cursor in) {
        int flags = in.flags8("flags");
        boolean fahrenheit = (flags & FAHRENHEIT) != 0;
        MedicalFloat temperature = new MedicalFloat(in.int32());
        in.note("temperature", temperature.text(), fahrenheit ? "[degF]" : "Cel", FLOAT_LENGTH);
        Optional<DateTime> time = (flags & HAS_TIME) != 0 ? Optional.of(in.dateTime("time stamp")) : Optional.empty();
        Optional<Integer> type = (flags & HAS_TYPE) != 0 ? Optional.of(type(in)) : Optional.empty();
        return in.whole(new TemperatureMeasurement(temperature, fahrenheit, time, type));
    }

    private static int type(Cursor in) {
        int type = in.uint8();
        boolean known = type > 0 && type < TYPES.size();
        in.note("temperature type", known ? TYPES.get(type) : "reserved " + type, "", 1);
        return type;
    }

    UcumUnit unit() {
        return fahrenheit ? UcumUnit.FAHRENHEIT : UcumUnit.CELSIUS;
    }
}
