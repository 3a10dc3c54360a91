package io.maimen.ingest.ecg;

import io.maimen.alerting.ecg.Rhythm;
import io.maimen.observation.Bytes;
import io.maimen.observation.CodedValue;
import io.maimen.observation.Component;
import io.maimen.observation.DriverRef;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.Provenance;
import io.maimen.observation.Quantity;
import io.maimen.observation.QuantityComparator;
import io.maimen.observation.Timing;
import io.maimen.observation.code.Icd10Code;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.time.DeviceTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A rhythm that a lead may show, or that one told before is over.
 *
 * @param over true when it ended, or can no longer be followed
 * @param at when it began or ended
 * @param lasted from its beginning until it was known
 * @param stream the device's number of the stream, and the sample at which the rhythm began: they name it
 */
record EcgFinding(Rhythm rhythm, boolean over, Instant at, Duration lasted, long stream, long firstSample) {
    private static final DriverRef ANALYSIS = new DriverRef("ecg-analysis", "1");
    private static final int FEWEST_IN_RUN = 3;

    /** What the findings are called that call somebody; couplets and bigeminy are seen at the strip. */
    static Optional<Icd10Code> code(Rhythm rhythm) {
        return switch (rhythm) {
            case ATRIAL_FIBRILLATION -> Optional.of(Nomenclature.ECG_ATRIAL_FIBRILLATION);
            case BRADYCARDIA -> Optional.of(Nomenclature.ECG_BRADYCARDIA);
            case TACHYCARDIA -> Optional.of(Nomenclature.ECG_TACHYCARDIA);
            case PAUSE -> Optional.of(Nomenclature.ECG_PAUSE);
            case VENTRICULAR_RUN -> Optional.of(Nomenclature.ECG_VENTRICULAR_RUN);
            case COUPLET, BIGEMINY -> Optional.empty();
        };
    }

    /**
     * As an observation of the same device: the number is how long the rhythm lasted when it was known (of a run: how many
     * beats at least), 0 when it is over; its parts name the lead and the heart rate.
     *
     * @param block the block by which it became known
     */
    Observation observation(Observation block, OptionalDouble beatsPerMinute) {
        Icd10Code type = code(rhythm).orElseThrow();
        DeviceTime time = DeviceTime.of(at);
        List<Component> parts = new ArrayList<>();
        parts.add(new Component(block.type(), new CodedValue(block.type())));
        if (!over && beatsPerMinute.isPresent()) {
            BigDecimal rate = BigDecimal.valueOf(beatsPerMinute.getAsDouble()).setScale(0, RoundingMode.HALF_UP);
            parts.add(new Component(
                    Nomenclature.HEART_RATE, NumericValue.exact(new Quantity(rate, UcumUnit.PER_MINUTE))));
        }
        return new Observation(
                ObservationId.derive(block.source().device(), type, Optional.of(time), key(block.type())),
                MeasurementSource.of(block.source().device()),
                type,
                value(),
                parts,
                Timing.of(time, block.timing().receiveTime()),
                Set.of(),
                new Provenance(
                        ANALYSIS,
                        block.provenance().rawFrames(),
                        block.provenance().simulated()));
    }

    private NumericValue value() {
        UcumUnit unit = rhythm == Rhythm.VENTRICULAR_RUN ? UcumUnit.BEATS : UcumUnit.SECOND;
        if (over) {
            return NumericValue.exact(new Quantity(BigDecimal.ZERO, unit));
        }
        if (rhythm == Rhythm.VENTRICULAR_RUN) {
            return new NumericValue(
                    new Quantity(BigDecimal.valueOf(FEWEST_IN_RUN), unit), QuantityComparator.GREATER_OR_EQUAL);
        }
        BigDecimal seconds =
                BigDecimal.valueOf(lasted.toMillis()).movePointLeft(3).setScale(1, RoundingMode.HALF_UP);
        return NumericValue.exact(new Quantity(seconds, unit));
    }

    private Bytes key(ObservationCode lead) {
        return Bytes.of(String.join(
                        "\n",
                        lead.toString(),
                        Long.toString(stream),
                        Long.toString(firstSample),
                        rhythm.name(),
                        over ? "over" : "began")
                .getBytes(StandardCharsets.UTF_8));
    }
}
