package io.maimen.driver.reading;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.DeviceTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A body weight as a scale reports it. Immutable.
 *
 * @param weight with the scale's digits and unit; empty where it reports that there is none
 * @param time by the scale's clock; empty where that was never set
 * @param slot the user the scale believes stood on it
 */
public record WeightReading(Optional<Quantity> weight, Optional<DeviceTime> time, Optional<UserSlot> slot) {
    /** The weight, or that there is none. */
    public List<Observation> observations(Origin origin, RawFrame frame, long number) {
        String content = weight.map(Quantity::toString).orElse("");
        return List.of(origin.measurement(slot, time, number, frame, Set.of(), content)
                .observation(
                        Nomenclature.BODY_WEIGHT,
                        weight.isPresent()
                                ? NumericValue.exact(weight.get())
                                : new AbsentValue(DataAbsentReason.NOT_A_NUMBER)));
    }
}
