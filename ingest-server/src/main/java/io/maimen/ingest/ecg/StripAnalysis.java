package io.maimen.ingest.ecg;

import io.maimen.alerting.ecg.BeatClass;
import io.maimen.alerting.ecg.QualityReason;
import io.maimen.alerting.ecg.SignalQuality;
import io.maimen.observation.Observation;
import io.maimen.observation.code.ObservationCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The beats of a strip and how far it can be trusted, read from its samples and those shortly before. Immutable.
 *
 * @param beats of all leads, each lead's in the order of time
 * @param doubts stretches of less than full quality
 */
public record StripAnalysis(List<LeadBeat> beats, List<Doubt> doubts) {
    /** So long before the strip the analysis should begin, to know the patient's usual beat when the strip begins. */
    public static final Duration LEAD_IN = Duration.ofSeconds(20);
    /** And so long after it, to have decided everything in it. */
    public static final Duration LEAD_OUT = Duration.ofSeconds(4);

    /** Of a device without an ECG. */
    public static final StripAnalysis NONE = new StripAnalysis(List.of(), List.of());

    /** A beat of a lead. */
    public record LeadBeat(ObservationCode lead, Instant at, BeatClass beatClass) {}

    /** A stretch of a lead that is of less than full quality. */
    public record Doubt(ObservationCode lead, Instant from, Instant to, SignalQuality quality, QualityReason reason) {}

    public StripAnalysis {
        beats = List.copyOf(beats);
        doubts = List.copyOf(doubts);
    }

    /** Of blocks in the order of their starts; what is no ECG lead is left out. Only what lies from {@code from} to {@code to} is told. */
    public static StripAnalysis of(List<Observation> blocks, Instant from, Instant to) {
        List<LeadBeat> beats = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>();
        Map<ObservationCode, LeadStream> streams = new LinkedHashMap<>();
        for (Observation block : blocks) {
            if (LeadStream.isAnalysed(block)) {
                streams.computeIfAbsent(block.type(), lead -> new LeadStream(new Collector(lead, beats, doubts)))
                        .take(block);
            }
        }
        streams.values().forEach(LeadStream::end);
        return new StripAnalysis(
                beats.stream()
                        .filter(beat -> !beat.at().isBefore(from) && beat.at().isBefore(to))
                        .toList(),
                doubts.stream()
                        .filter(doubt -> doubt.from().isBefore(to) && doubt.to().isAfter(from))
                        .toList());
    }

    private record Collector(ObservationCode lead, List<LeadBeat> beats, List<Doubt> doubts) implements LeadListener {
        @Override
        public void beat(Instant at, BeatClass beatClass) {
            beats.add(new LeadBeat(lead, at, beatClass));
        }

        @Override
        public void doubt(Instant from, Instant to, SignalQuality quality, QualityReason reason) {
            doubts.add(new Doubt(lead, from, to, quality, reason));
        }

        @Override
        public void rhythm(EcgFinding finding, Observation block) {
            // Findings are told by the log's reader, once.
        }
    }
}
