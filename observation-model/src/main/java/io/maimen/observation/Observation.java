package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.ObservationCode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One measurement by one device: a glucose result, a blood pressure, two seconds of ECG. Immutable; may be shared.
 *
 * <p>Who was measured is deliberately not here: that is a fact of its own (see {@code io.maimen.observation.fact}).
 *
 * @param id identity derived from the measurement itself, so that every copy of one measurement has the same
 * @param source which device, and what the device says it measured
 * @param type what was measured
 * @param value the result, or the reason why there is none; {@link AbsentValue} where only the components carry values
 * @param components parts measured together (systolic and diastolic); empty for most
 * @param timing device time and receive time, apart
 * @param statuses what the device or the driver says against the value; empty means nothing was said
 * @param provenance driver, frames and the mark of simulated data
 */
public record Observation(
        ObservationId id,
        MeasurementSource source,
        ObservationCode type,
        ObservationValue value,
        List<Component> components,
        Timing timing,
        Set<MeasurementStatus> statuses,
        Provenance provenance) {

    public Observation {
        requireNonNull(id, "id");
        requireNonNull(source, "source");
        requireNonNull(type, "type");
        requireNonNull(value, "value");
        requireNonNull(timing, "timing");
        requireNonNull(provenance, "provenance");
        components = List.copyOf(components);
        // Always in one order, so that equal observations have equal bytes on the wire.
        statuses = statuses.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(statuses));
    }
}
