package io.maimen.alerting.rule;

import io.maimen.observation.ObservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of one observation, judged together: one for most, several for a panel such as a blood pressure. Immutable.
 *
 * @param readings at least one, in the order of their codes, each a number of the same observation
 */
public record Measurement(List<Reading> readings) {
    public Measurement {
        readings = readings.stream()
                .sorted(Comparator.comparing(reading -> reading.code().toString()))
                .toList();
        if (readings.stream().map(Reading::id).distinct().count() != 1
                || readings.stream().anyMatch(reading -> reading.number().isEmpty())) {
            throw new IllegalArgumentException(
                    "ALR-017 measurement must hold the numbers of one observation but held " + readings);
        }
    }

    /** What was measured, in any order: coded findings are left out; of two readings of one name the earlier arrived counts. */
    public static List<Measurement> of(Collection<Reading> readings) {
        Comparator<Reading> earlierArrived = Comparator.comparing(Reading::admittedAt)
                .thenComparing(Reading::receivedAt)
                .thenComparing(Reading::measuredAt);
        Map<String, Map<String, Reading>> byObservation = new LinkedHashMap<>();
        readings.stream().filter(reading -> reading.number().isPresent()).forEach(reading -> byObservation
                .computeIfAbsent(reading.id().hex(), id -> new LinkedHashMap<>())
                .merge(reading.code().toString(), reading, (a, b) -> earlierArrived.compare(a, b) <= 0 ? a : b));
        return byObservation.values().stream()
                .map(parts -> new Measurement(new ArrayList<>(parts.values())))
                .toList();
    }

    public ObservationId id() {
        return readings.get(0).id();
    }

    public Instant measuredAt() {
        return readings.get(0).measuredAt();
    }
}
