package io.maimen.ingest.register;

import io.maimen.ingest.patient.Patient;
import io.maimen.ingest.security.Caller;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Bytes;
import io.maimen.observation.CodedValue;
import io.maimen.observation.Component;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.DriverRef;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Provenance;
import io.maimen.observation.Quantity;
import io.maimen.observation.Timing;
import io.maimen.observation.code.Icd10Code;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.AssignmentFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.wire.FactCodec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person measured or heard and typed in: an observation like any other, marked {@code ENTERED_BY_HAND} for ever,
 * together with the word whose it is. Blocking; thread-safe.
 */
public final class HandEntry {
    /** Stands where a gateway's name would. */
    public static final GatewayId GATEWAY = new GatewayId("server");

    private static final DeviceId DEVICE = DeviceId.serial("manual");
    private static final DriverRef DRIVER = new DriverRef("manual", "1");
    private static final Duration OLDEST = Duration.ofDays(366);
    private static final String REASON = "entered by hand";

    private final FactDesk desk;
    private final Clock clock;

    public HandEntry(FactDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A blood pressure in mmHg as somebody read it off.
     *
     * @param pulse per minute, where it was read
     * @param measuredAt empty for now
     * @return the panel's name
     */
    public ObservationId bloodPressure(
            Caller who, Patient patient, BloodPressure pressure, Optional<Integer> pulse, Optional<Instant> measuredAt)
            throws RegisterException {
        Moment moment = moment(measuredAt);
        List<Component> parts = List.of(
                new Component(Nomenclature.BLOOD_PRESSURE_SYSTOLIC, millimetres(pressure.systolic())),
                new Component(Nomenclature.BLOOD_PRESSURE_DIASTOLIC, millimetres(pressure.diastolic())));
        List<Observation> observations = new ArrayList<>();
        observations.add(observation(
                patient, moment, Nomenclature.BLOOD_PRESSURE, new AbsentValue(DataAbsentReason.NOT_APPLICABLE), parts));
        pulse.map(rate -> observation(
                        patient,
                        moment,
                        Nomenclature.PULSE_RATE_CUFF,
                        number(BigDecimal.valueOf(rate), UcumUnit.PER_MINUTE),
                        List.of()))
                .ifPresent(observations::add);
        tell(who, patient, moment, observations);
        return observations.get(0).id();
    }

    /** A blood pressure in mmHg that a cuff could have measured. Immutable. */
    public record BloodPressure(BigDecimal systolic, BigDecimal diastolic) {
        private static final BigDecimal LEAST = BigDecimal.valueOf(20);
        /** Mercury columns end there. */
        private static final BigDecimal MOST = BigDecimal.valueOf(300);

        public BloodPressure {
            if (diastolic.compareTo(LEAST) < 0 || systolic.compareTo(MOST) > 0 || diastolic.compareTo(systolic) >= 0) {
                throw new IllegalArgumentException("SRV-108 systolic and diastolic must be " + LEAST + " to " + MOST
                        + " mmHg, systolic above diastolic, but were " + systolic + "/" + diastolic);
            }
        }
    }

    /** What the patient complains of; empty {@code at} for now. */
    public void symptoms(Caller who, Patient patient, List<Icd10Code> codes, Optional<Instant> at)
            throws RegisterException {
        Moment moment = moment(at);
        tell(
                who,
                patient,
                moment,
                codes.stream()
                        .distinct()
                        .map(code ->
                                observation(patient, moment, Nomenclature.SYMPTOM, new CodedValue(code), List.of()))
                        .toList());
    }

    /** When it was measured and when it was typed in. */
    private record Moment(Instant measured, Instant entered) {}

    private Moment moment(Optional<Instant> measuredAt) throws RegisterException {
        Instant now = clock.instant();
        Instant measured = measuredAt.orElse(now);
        if (measured.isAfter(now) || measured.isBefore(now.minus(OLDEST))) {
            throw RegisterException.invalid(
                    "SRV-109", "time must lie within the last " + OLDEST.toDays() + " days but was " + measured);
        }
        return new Moment(measured, now);
    }

    private void tell(Caller who, Patient patient, Moment moment, List<Observation> observations)
            throws RegisterException {
        List<Fact> facts = new ArrayList<>();
        for (Observation observation : observations) {
            // Whose it is goes first: no reading of ours is nobody's even for a moment.
            facts.add(new AssignmentFact(
                    observation.id(), Optional.of(patient.id()), who.username(), REASON, moment.entered()));
            facts.add(FactCodec.unproved(observation, GATEWAY, moment.entered()));
        }
        desk.tell(facts);
    }

    private static Observation observation(
            Patient patient, Moment moment, ObservationCode type, ObservationValue value, List<Component> parts) {
        DeviceTime time = DeviceTime.of(moment.measured());
        Bytes key = Bytes.of(String.join(
                        "\n",
                        patient.id().value(),
                        value.toString(),
                        parts.toString(),
                        moment.entered().toString())
                .getBytes(StandardCharsets.UTF_8));
        return new Observation(
                ObservationId.derive(DEVICE, type, Optional.of(time), key),
                MeasurementSource.of(DEVICE),
                type,
                value,
                parts,
                Timing.of(time, new ReceiveTime(moment.entered())),
                Set.of(MeasurementStatus.ENTERED_BY_HAND),
                new Provenance(DRIVER, List.of(), patient.simulated()));
    }

    private static NumericValue millimetres(BigDecimal pressure) {
        return number(pressure, UcumUnit.MILLIMETRE_OF_MERCURY);
    }

    private static NumericValue number(BigDecimal value, UcumUnit unit) {
        return NumericValue.exact(new Quantity(value, unit));
    }
}
