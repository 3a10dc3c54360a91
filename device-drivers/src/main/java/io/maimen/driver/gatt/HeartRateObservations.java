package io.maimen.driver.gatt;

import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.gatt.HeartRateMeasurement.Contact;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Says what a heart rate measurement means. A strap has no clock and no memory: the value is of the moment it arrives. */
final class HeartRateObservations {
    static final Listening<HeartRateMeasurement> LISTENING = new Listening<>(
            Characteristic.HEART_RATE_MEASUREMENT,
            SubscribeMode.NOTIFY,
            HeartRateMeasurement.DECODER,
            HeartRateObservations::of);

    private HeartRateObservations() {}

    private static List<Observation> of(HeartRateMeasurement measured, RawFrame frame, long number, Origin origin) {
        return List.of(origin.moment(number, frame, Set.of(), Integer.toString(measured.heartRate()))
                .observation(Nomenclature.HEART_RATE, value(measured)));
    }

    /** 0, or a strap that nobody wears, is no heart rate. */
    private static ObservationValue value(HeartRateMeasurement measured) {
        return measured.heartRate() == 0 || measured.contact() == Contact.NOT_DETECTED
                ? new AbsentValue(DataAbsentReason.TEMPORARILY_UNKNOWN)
                : NumericValue.exact(new Quantity(BigDecimal.valueOf(measured.heartRate()), UcumUnit.PER_MINUTE));
    }
}
