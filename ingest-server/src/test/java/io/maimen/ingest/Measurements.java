package io.maimen.ingest;

import io.maimen.observation.Bytes;
import io.maimen.observation.DriverRef;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Provenance;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.Timing;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.BindingId;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Measurements as gateways would send them; all simulated. Stateless. */
public final class Measurements {
    public static final GatewayId GATEWAY = new GatewayId("clinic-demo");
    public static final DeviceId ANALYSER = DeviceId.serial("AN-0001");
    public static final DeviceId PATCH = DeviceId.serial("ECG-0001");
    public static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    static final Duration TRANSIT = Duration.ofMillis(40);

    private static final BigDecimal RATE_HZ = new BigDecimal("250");
    private static final BigDecimal MILLIVOLT_PER_STEP = new BigDecimal("0.005");

    private Measurements() {}

    /** A capillary glucose in mmol/L, received 40 ms after it was measured. */
    public static Observation glucose(String specimen, String value, Instant measuredAt) {
        return result(specimen, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, value, measuredAt);
    }

    /** A potassium in mmol/L. */
    public static Observation potassium(String specimen, String value, Instant measuredAt) {
        return result(specimen, Nomenclature.POTASSIUM_BLOOD, value, measuredAt);
    }

    private static Observation result(String specimen, ObservationCode code, String value, Instant measuredAt) {
        return observation(
                MeasurementSource.of(ANALYSER, new SpecimenId(specimen)),
                code,
                NumericValue.exact(new Quantity(new BigDecimal(value), UcumUnit.MILLIMOLE_PER_LITRE)),
                measuredAt,
                specimen + " " + value);
    }

    /** Two seconds of ECG lead I at 250 Hz, block {@code sequence} of stream 1. */
    public static Observation ecg(long sequence, Instant start, SampleGap... gaps) {
        int count = 500;
        long first = sequence * count;
        int[] samples = IntStream.range(0, count)
                .map(i -> beat((int) ((first + i) % 200)))
                .toArray();
        return observation(
                MeasurementSource.of(PATCH),
                Nomenclature.ECG_LEAD_I,
                new SampledValue(
                        new StreamPosition(1, sequence, first),
                        RATE_HZ,
                        MILLIVOLT_PER_STEP,
                        UcumUnit.MILLIVOLT,
                        Samples.of(samples),
                        List.of(gaps)),
                start,
                "1/" + sequence);
    }

    /** Something like a beat, 200 samples long, in steps of 5 µV. */
    private static int beat(int i) {
        if (i >= 70 && i < 80) {
            return i < 75 ? (i - 70) * 50 : (80 - i) * 50 - 20;
        }
        return i >= 110 && i < 150 ? (int) (40 * Math.sin((i - 110) * Math.PI / 40)) : 0;
    }

    /** Any observation, simulated, with an identity derived from {@code key}. */
    public static Observation observation(
            MeasurementSource source, ObservationCode code, ObservationValue value, Instant measuredAt, String key) {
        DeviceTime deviceTime = DeviceTime.of(measuredAt);
        Bytes keyBytes = Bytes.of(key.getBytes(StandardCharsets.UTF_8));
        return new Observation(
                ObservationId.derive(source.device(), code, java.util.Optional.of(deviceTime), keyBytes),
                source,
                code,
                value,
                List.of(),
                Timing.of(deviceTime, new ReceiveTime(measuredAt.plus(TRANSIT))),
                Set.of(),
                new Provenance(
                        new DriverRef("test", "1"),
                        List.of(frame(key, measuredAt).ref()),
                        true));
    }

    /** The frame a measurement was read from. */
    public static RawFrame frame(String key, Instant at) {
        return new RawFrame(Bytes.of(key.getBytes(StandardCharsets.UTF_8)), new ReceiveTime(at.plus(TRANSIT)));
    }

    /** Somebody chose at {@code from} who is measured with a device; without an end. */
    public static Binding session(String device, String patient, Instant from) {
        return new Binding(
                new BindingId(String.format("%032x", (device + patient + from).hashCode() & 0xFFFF_FFFFL)),
                DeviceId.parse(device),
                Optional.empty(),
                Optional.empty(),
                from,
                Optional.empty(),
                new PatientId(patient),
                Binding.Basis.SESSION,
                "wang");
    }
}
