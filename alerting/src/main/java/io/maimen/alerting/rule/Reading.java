package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A numeric measurement of a patient's sample, as rules see it. Control samples cannot be one. Immutable.
 *
 * @param measuredAt best knowledge of when it was measured: event time, which decides all but paging
 * @param receivedAt when the gateway had it
 * @param admittedAt when the server had it; at the gateway, the same as {@code receivedAt}
 * @param simulated true for data no human body gave
 */
public record Reading(
        ObservationId id,
        DeviceId device,
        Optional<SpecimenId> specimen,
        ObservationCode code,
        NumericValue value,
        Instant measuredAt,
        Instant receivedAt,
        Instant admittedAt,
        boolean simulated,
        Set<MeasurementStatus> statuses) {

    public Reading {
        requireNonNull(id, "id");
        requireNonNull(device, "device");
        requireNonNull(specimen, "specimen");
        requireNonNull(code, "code");
        requireNonNull(value, "value");
        requireNonNull(measuredAt, "measuredAt");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(admittedAt, "admittedAt");
        statuses = Set.copyOf(statuses);
        if (isControl(code, statuses)) {
            throw new IllegalArgumentException(
                    "ALR-003 reading must be of a patient's sample but was quality control " + id.hex());
        }
    }

    /** The observation as a reading; empty where it has no number (absent, coded, a waveform) or is quality control. */
    public static Optional<Reading> of(Observation observation, Instant admittedAt) {
        if (!(observation.value() instanceof NumericValue value)
                || isControl(observation.type(), observation.statuses())) {
            return Optional.empty();
        }
        return Optional.of(new Reading(
                observation.id(),
                observation.source().device(),
                observation.source().specimen(),
                observation.type(),
                value,
                observation.timing().measuredAt(),
                observation.timing().receiveTime().instant(),
                admittedAt,
                observation.provenance().simulated(),
                observation.statuses()));
    }

    /** What an alert about this reading is about. */
    public Subject subject() {
        return new Subject(device, specimen, simulated);
    }

    /** From the measurement until those who judge had it, through device memory and outbox; negative where clocks disagree. */
    public Duration delay() {
        return Duration.between(measuredAt, admittedAt.isAfter(receivedAt) ? admittedAt : receivedAt);
    }

    private static boolean isControl(ObservationCode code, Set<MeasurementStatus> statuses) {
        return statuses.contains(MeasurementStatus.QUALITY_CONTROL) || code.equals(Nomenclature.GLUCOSE_CONTROL);
    }
}
