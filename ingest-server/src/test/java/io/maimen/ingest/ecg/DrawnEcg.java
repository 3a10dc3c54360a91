package io.maimen.ingest.ecg;

import io.maimen.ingest.Measurements;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.Observation;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.wire.FactCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lead I at 250 Hz in blocks of two seconds: QRS complexes each 0.8 s with P and T wave, and a little hiss. */
final class DrawnEcg {
    private static final int RATE_HZ = 250;
    private static final int BLOCK = 500;
    private static final double BETWEEN_S = 0.8;
    private static final long SEED = 20261124;

    private DrawnEcg() {}

    /** No beats from {@code quietFrom} to {@code quietTo}; all in seconds. */
    static List<Fact> withoutBeats(double quietFrom, double quietTo, int seconds) {
        Random random = new Random(SEED);
        List<Fact> blocks = new ArrayList<>();
        for (int sequence = 0; sequence * BLOCK < seconds * RATE_HZ; sequence++) {
            int[] samples = new int[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                double at = (sequence * BLOCK + i) / (double) RATE_HZ;
                samples[i] = (int) Math.round(microvolts(at, quietFrom, quietTo) + 6 * random.nextGaussian());
            }
            blocks.add(block(sequence, samples));
        }
        return blocks;
    }

    /** The same as lead II. */
    static Fact asLeadTwo(Fact fact) {
        Observation block = ((ObservedFact) fact).observation();
        return block(
                Nomenclature.ECG_LEAD_II,
                (SampledValue) block.value(),
                block.timing().measuredAt());
    }

    /** The same with an electrode that moves on the skin, now and then for seconds. */
    static Fact rustling(Fact fact) {
        Observation block = ((ObservedFact) fact).observation();
        SampledValue value = (SampledValue) block.value();
        if (value.position().sequence() % 8 < 5) {
            return fact;
        }
        Random random = new Random(SEED + value.position().sequence());
        double smooth = 0;
        int[] samples = value.samples().toArray();
        for (int i = 0; i < samples.length; i++) {
            smooth += 0.3 * (random.nextGaussian() - smooth);
            samples[i] += (int) Math.round(1500 * smooth);
        }
        return block(value.position().sequence(), samples);
    }

    private static double microvolts(double at, double quietFrom, double quietTo) {
        double beat = Math.round(at / BETWEEN_S) * BETWEEN_S;
        if (beat > quietFrom && beat < quietTo) {
            return 0;
        }
        double away = at - beat;
        return bell(away + 0.16, 120, 0.022) + bell(away, 1100, 0.011) + bell(away - 0.28, 250, 0.045);
    }

    private static double bell(double away, double height, double width) {
        return height * Math.exp(-away * away / (2 * width * width));
    }

    private static Fact block(long sequence, int[] samples) {
        Instant start = Measurements.NOON.plusMillis(sequence * BLOCK * 1000 / RATE_HZ);
        SampledValue value = new SampledValue(
                new StreamPosition(1, sequence, sequence * BLOCK),
                BigDecimal.valueOf(RATE_HZ),
                new BigDecimal("0.001"),
                UcumUnit.MILLIVOLT,
                Samples.of(samples),
                List.of());
        return block(Nomenclature.ECG_LEAD_I, value, start);
    }

    private static Fact block(ObservationCode lead, SampledValue value, Instant start) {
        return FactCodec.unproved(
                Measurements.observation(
                        MeasurementSource.of(Measurements.PATCH),
                        lead,
                        value,
                        start,
                        lead + " drawn " + value.position().sequence()),
                Measurements.GATEWAY,
                start.plusMillis(2100));
    }
}
