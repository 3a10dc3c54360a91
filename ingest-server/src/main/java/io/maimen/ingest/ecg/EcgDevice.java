package io.maimen.ingest.ecg;

import io.maimen.alerting.ecg.BeatClass;
import io.maimen.alerting.ecg.FibrillationFinding;
import io.maimen.alerting.ecg.QualityReason;
import io.maimen.alerting.ecg.Rhythm;
import io.maimen.alerting.ecg.ShortRecording;
import io.maimen.alerting.ecg.SignalQuality;
import io.maimen.observation.Observation;
import io.maimen.observation.SampledValue;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.ObservedFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A device's leads. Where it has several, a finding counts from the one whose signal could best be trusted so far; each
 * rhythm is told once at a time, and its end by the lead that told its beginning. Confined to one thread.
 */
final class EcgDevice {
    /** A block as long as that is a recording of its own, as carts make them. */
    private static final Duration WHOLE_RECORDING = Duration.ofSeconds(8);

    private static final double MICROVOLTS = 1000;

    private final Map<ObservationCode, LeadStream> leads = new LinkedHashMap<>();
    private final Map<ObservationCode, Double> doubted = new LinkedHashMap<>();
    private final Map<Rhythm, ObservationCode> open = new EnumMap<>(Rhythm.class);
    private final List<Heard> heard = new ArrayList<>();
    private Instant lastArrival = Instant.EPOCH;
    private GatewayId gateway;

    EcgDevice(GatewayId gateway) {
        this.gateway = gateway;
    }

    /** What one lead showed with one block. */
    private record Heard(ObservationCode lead, EcgFinding finding, Observation observation) {}

    /** Takes a block for which {@link LeadStream#isAnalysed} holds. */
    void take(ObservedFact fact) {
        lastArrival = fact.admittedAt();
        gateway = fact.gateway();
        Observation block = fact.observation();
        LeadStream lead = leads.computeIfAbsent(block.type(), code -> new LeadStream(new Listener(code)));
        if (lead.take(block)) {
            doubted.put(block.type(), lead.doubted());
            SampledValue samples = (SampledValue) block.value();
            if (samples.length().compareTo(WHOLE_RECORDING) >= 0) {
                lead.end();
                recording(block, samples);
            }
        }
    }

    /** Who brought the last block. */
    GatewayId gateway() {
        return gateway;
    }

    /** When the last block came in. */
    Instant lastArrival() {
        return lastArrival;
    }

    /** Nothing more is awaited. */
    void end() {
        leads.values().forEach(LeadStream::end);
    }

    /** What there is to tell of all blocks taken since this was asked last. */
    List<Observation> findings() {
        List<Observation> told = new ArrayList<>();
        for (Heard each : heard) {
            Rhythm rhythm = each.finding().rhythm();
            if (each.finding().over()) {
                if (open.remove(rhythm, each.lead())) {
                    told.add(each.observation());
                }
            } else if (!open.containsKey(rhythm) && each.lead().equals(best())) {
                open.put(rhythm, each.lead());
                told.add(each.observation());
            }
        }
        heard.clear();
        return told;
    }

    private ObservationCode best() {
        return doubted.entrySet().stream()
                .min(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    /** Ten seconds are too few for the stream's way of finding fibrillation; but they are known as a whole. */
    private void recording(Observation block, SampledValue samples) {
        double scale = samples.scale().doubleValue() * MICROVOLTS;
        int[] microvolts = samples.samples().stream()
                .map(sample -> (int) Math.round(sample * scale))
                .toArray();
        double rateHz = samples.rateHz().doubleValue();
        if (samples.gaps().isEmpty()
                && ShortRecording.fibrillation(microvolts, rateHz) == FibrillationFinding.POSSIBLE) {
            Listener listener = new Listener(block.type());
            Instant from = block.timing().measuredAt();
            long stream = samples.position().stream();
            long first = samples.position().firstSample();
            Duration length = samples.length();
            listener.rhythm(new EcgFinding(Rhythm.ATRIAL_FIBRILLATION, false, from, length, stream, first), block);
            listener.rhythm(
                    new EcgFinding(Rhythm.ATRIAL_FIBRILLATION, true, from.plus(length), length, stream, first), block);
        }
    }

    private final class Listener implements LeadListener {
        private final ObservationCode lead;

        private Listener(ObservationCode lead) {
            this.lead = lead;
        }

        @Override
        public void beat(Instant at, BeatClass beatClass) {
            // Beats are read from the samples whenever a strip is shown.
        }

        @Override
        public void doubt(Instant from, Instant to, SignalQuality quality, QualityReason reason) {
            // Findings come of trusted signal only.
        }

        @Override
        public void rhythm(EcgFinding finding, Observation block) {
            if (EcgFinding.code(finding.rhythm()).isPresent()) {
                OptionalDouble rate = leads.get(lead).beatsPerMinute();
                heard.add(new Heard(lead, finding, finding.observation(block, rate)));
            }
        }
    }
}
