package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.CodedValue;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One number, or one coded finding such as a symptom, of a patient or a patient's sample, as rules see it. A panel gives
 * one for every number in it, so a reading is named by its observation and its code together. Control samples cannot be
 * one. Immutable.
 *
 * @param id of the observation it was part of
 * @param slot the user the device believes it measured, where it keeps several
 * @param code what was measured: the component's code where the observation is a panel
 * @param value a {@link NumericValue}, or a {@link CodedValue}
 * @param measuredAt best knowledge of when it was measured: event time, which decides all but paging
 * @param receivedAt when the gateway had it
 * @param admittedAt when the server had it; at the gateway, the same as {@code receivedAt}
 * @param simulated true for data no human body gave
 */
public record Reading(
        ObservationId id,
        DeviceId device,
        Optional<UserSlot> slot,
        Optional<SpecimenId> specimen,
        ObservationCode code,
        ObservationValue value,
        Instant measuredAt,
        Instant receivedAt,
        Instant admittedAt,
        boolean simulated,
        Set<MeasurementStatus> statuses) {

    public Reading {
        requireNonNull(id, "id");
        requireNonNull(device, "device");
        requireNonNull(slot, "slot");
        requireNonNull(specimen, "specimen");
        requireNonNull(code, "code");
        requireNonNull(measuredAt, "measuredAt");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(admittedAt, "admittedAt");
        statuses = Set.copyOf(statuses);
        if (!isJudged(value)) {
            throw new IllegalArgumentException(
                    "ALR-013 reading must be a number or a code but " + id.hex() + " was " + value);
        }
        if (isControl(code, statuses)) {
            throw new IllegalArgumentException(
                    "ALR-003 reading must be of a patient's sample but was quality control " + id.hex());
        }
    }

    /**
     * The numbers and codes in an observation, at most one for each code (the first counts); none where it has neither (absent,
     * a text, a waveform) or is quality control.
     */
    public static List<Reading> of(Observation observation, Instant admittedAt) {
        Map<ObservationCode, ObservationValue> values = new LinkedHashMap<>();
        values.put(observation.type(), observation.value());
        observation.components().forEach(part -> values.putIfAbsent(part.type(), part.value()));
        return values.entrySet().stream()
                .filter(each -> isJudged(each.getValue()) && !isControl(each.getKey(), observation.statuses()))
                .map(each -> new Reading(
                        observation.id(),
                        observation.source().device(),
                        observation.source().slot(),
                        observation.source().specimen(),
                        each.getKey(),
                        each.getValue(),
                        observation.timing().measuredAt(),
                        observation.timing().receiveTime().instant(),
                        admittedAt,
                        observation.provenance().simulated(),
                        observation.statuses()))
                .toList();
    }

    /** The number; empty where this is a coded finding. */
    public Optional<NumericValue> number() {
        return value instanceof NumericValue number ? Optional.of(number) : Optional.empty();
    }

    /** The coded finding; empty where this is a number. */
    public Optional<ObservationCode> finding() {
        return value instanceof CodedValue coded ? Optional.of(coded.code()) : Optional.empty();
    }

    /** From the measurement until those who judge had it, through device memory and outbox; negative where clocks disagree. */
    public Duration delay() {
        return Duration.between(measuredAt, admittedAt.isAfter(receivedAt) ? admittedAt : receivedAt);
    }

    private static boolean isJudged(ObservationValue value) {
        return value instanceof NumericValue || value instanceof CodedValue;
    }

    private static boolean isControl(ObservationCode code, Set<MeasurementStatus> statuses) {
        return statuses.contains(MeasurementStatus.QUALITY_CONTROL) || code.equals(Nomenclature.GLUCOSE_CONTROL);
    }
}
