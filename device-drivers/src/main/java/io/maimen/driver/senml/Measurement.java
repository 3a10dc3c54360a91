package io.maimen.driver.senml;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.UserSlot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The records of a pack that share a time: one measurement. Immutable.
 *
 * @param at the first of them, for its time and place
 * @param values by code
 */
record Measurement(
        ResolvedRecord at,
        Optional<UserSlot> slot,
        Map<ObservationCode, ObservationValue> values,
        Set<MeasurementStatus> doubts) {
    Measurement {
        values = Map.copyOf(values);
        doubts = doubts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(doubts));
    }

    Optional<ObservationValue> value(ObservationCode code) {
        return Optional.ofNullable(values.get(code));
    }

    /** Its content, text by text, in one order whatever order it was sent in. */
    List<String> content() {
        List<String> parts = new ArrayList<>();
        parts.add(slot.map(number -> Integer.toString(number.number())).orElse("-"));
        Map<String, ObservationValue> sorted = new TreeMap<>();
        values.forEach((code, value) -> sorted.put(code.toString(), value));
        sorted.forEach((code, value) -> {
            parts.add(code);
            parts.add(text(value));
        });
        return parts;
    }

    private static String text(ObservationValue value) {
        return value instanceof NumericValue number
                ? number.quantity().toString()
                : ((AbsentValue) value).reason().code();
    }
}
