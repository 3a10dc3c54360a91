package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;

/** A Battery Level (2A19). Source: Battery Service 1.0, section 3.1. Immutable. */
record BatteryLevel(int percent) {
    static final CharacteristicDecoder<BatteryLevel> DECODER =
            new CharacteristicDecoder<>("battery.level", BatteryLevel::read);

    private static final int FULL = 100;

    private static Decoded<BatteryLevel> read(Cursor in) {
        return in.whole(new BatteryLevel(in.uint8("battery level", "%")));
    }

    /** The charge; 101 to 255 are reserved, so no charge at all. */
    ObservationValue value() {
        return percent > FULL
                ? new AbsentValue(DataAbsentReason.ERROR)
                : NumericValue.exact(new Quantity(BigDecimal.valueOf(percent), UcumUnit.PERCENT));
    }
}
