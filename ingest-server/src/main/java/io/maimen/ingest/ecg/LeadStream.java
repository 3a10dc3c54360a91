package io.maimen.ingest.ecg;

import io.maimen.alerting.ecg.Beat;
import io.maimen.alerting.ecg.EcgAnalysis;
import io.maimen.alerting.ecg.EcgListener;
import io.maimen.alerting.ecg.QualityStretch;
import io.maimen.alerting.ecg.RhythmEpisode;
import io.maimen.observation.Observation;
import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.code.EcgLead;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One lead of one device, analysed as its blocks come. A device that begins a new stream, or another rate, begins anew; what
 * is missing between blocks is a gap; a block of what is past already is left out. Confined to one thread.
 */
final class LeadStream {
    private static final Set<ObservationCode> LEADS =
            EcgLead.known().stream().map(EcgLead::code).collect(Collectors.toUnmodifiableSet());
    private static final BigDecimal LOWEST_HZ = BigDecimal.valueOf(100);
    private static final BigDecimal HIGHEST_HZ = BigDecimal.valueOf(1000);
    private static final double NANOS = 1e9;

    private final LeadListener listener;
    private Optional<EcgAnalysis> analysis = Optional.empty();
    private BigDecimal rateHz = BigDecimal.ONE;
    private long stream;
    private long next;
    private long arrived;
    private long anchor;
    private Instant anchoredAt = Instant.EPOCH;
    private long doubted;
    private Optional<Observation> last = Optional.empty();

    LeadStream(LeadListener listener) {
        this.listener = listener;
    }

    /** Whether this is a block of an ECG lead at a rate that can be analysed. */
    static boolean isAnalysed(Observation observation) {
        return observation.value() instanceof SampledValue block
                && LEADS.contains(observation.type())
                && block.unit().equals(UcumUnit.MILLIVOLT)
                && block.rateHz().compareTo(LOWEST_HZ) >= 0
                && block.rateHz().compareTo(HIGHEST_HZ) <= 0;
    }

    /** Takes the next block, for which {@link #isAnalysed} holds; gives whether it was new. */
    boolean take(Observation observation) {
        SampledValue block = (SampledValue) observation.value();
        long first = block.position().firstSample();
        boolean continues = analysis.isPresent()
                && block.position().stream() == stream
                && block.rateHz().compareTo(rateHz) == 0;
        if (continues && first < next) {
            return false;
        }
        if (continues) {
            arrived += first - next;
            analysis.orElseThrow().gap(first - next);
        } else {
            begin(block);
        }
        last = Optional.of(observation);
        anchor = arrived;
        anchoredAt = observation.timing().measuredAt();
        feed(analysis.orElseThrow(), block);
        next = first + block.samples().size();
        return true;
    }

    private void begin(SampledValue block) {
        end();
        rateHz = block.rateHz();
        stream = block.position().stream();
        arrived = 0;
        doubted = 0;
        analysis = Optional.of(new EcgAnalysis(rateHz.doubleValue(), new Heard()));
    }

    private void feed(EcgAnalysis into, SampledValue block) {
        double microvolts = block.scale().doubleValue() * 1000;
        int[] samples = block.samples().stream()
                .map(sample -> (int) Math.round(sample * microvolts))
                .toArray();
        int at = 0;
        for (SampleGap gap : block.gaps()) {
            into.samples(samples, at, gap.start());
            into.gap(gap.length());
            at = gap.start() + gap.length();
        }
        into.samples(samples, at, samples.length);
        arrived += samples.length;
    }

    /** Nothing more will come: what waits for more is decided. */
    void end() {
        analysis.ifPresent(EcgAnalysis::end);
        analysis = Optional.empty();
    }

    /** Of the last trusted beats. */
    OptionalDouble beatsPerMinute() {
        return analysis.map(EcgAnalysis::beatsPerMinute).orElse(OptionalDouble.empty());
    }

    /** Which share of this stream could not be trusted so far, 0 to 1. */
    double doubted() {
        return arrived == 0 ? 1 : (double) doubted / arrived;
    }

    private Instant at(long sample) {
        return anchoredAt.plusNanos(Math.round((sample - anchor) * NANOS / rateHz.doubleValue()));
    }

    private final class Heard implements EcgListener {
        @Override
        public void beat(Beat beat) {
            listener.beat(at(beat.sample()), beat.beatClass());
        }

        @Override
        public void quality(QualityStretch stretch) {
            doubted += stretch.to() - stretch.from();
            listener.doubt(at(stretch.from()), at(stretch.to()), stretch.quality(), stretch.reason());
        }

        @Override
        public void rhythm(RhythmEpisode episode) {
            boolean over = episode.to().isPresent();
            // One sample later than it began, so that nobody takes the end for the beginning.
            long at = over ? Math.max(episode.from() + 1, episode.to().getAsLong()) : episode.from();
            Duration lasted = Duration.between(at(episode.from()), at(episode.knownAt()));
            listener.rhythm(
                    new EcgFinding(episode.rhythm(), over, at(at), lasted, stream, episode.from()), last.orElseThrow());
        }
    }
}
