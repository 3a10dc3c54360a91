package io.maimen.simulator.score;

import io.maimen.alerting.ecg.Beat;
import io.maimen.alerting.ecg.RhythmEpisode;
import java.util.ArrayList;
import java.util.List;

/** Scores the analysis on one record after the other. Stateless. */
final class QrsScorer {
    private static final double WINDOW_S = 0.15;
    private static final double FAR_S = 1;
    /** The noise stress records of PhysioNet: from 5:00 on two minutes with noise, two without, by turns. */
    private static final String NOISE_STRESS = "11[89]e.*";

    private static final int NOISE_FROM_S = 300;
    private static final int NOISE_TURN_S = 120;

    private final double fromS;
    private final double dropPercent;
    private final long seed;

    /** Counts from {@code fromS} on; {@code dropPercent} of the frames are lost. */
    QrsScorer(double fromS, double dropPercent, long seed) {
        this.fromS = fromS;
        this.dropPercent = dropPercent;
        this.seed = seed;
    }

    RecordScore score(AnnotatedRecord record) {
        int[] microvolts = record.microvolts();
        LostFrames lost = dropPercent > 0
                ? LostFrames.of(
                        microvolts.length,
                        record.rateHz(),
                        dropPercent,
                        seed + record.name().hashCode())
                : LostFrames.none();
        AnalysisRun run = AnalysisRun.of(microvolts, record.rateHz(), lost, seed);
        Matching matching = new BeatMatcher(Math.round(fromS * record.rateHz()), Math.round(WINDOW_S * record.rateHz()))
                .match(record.annotations(), run.labelled());
        return new Tally(record, lost, run, microvolts.length).of(matching);
    }

    private final class Tally {
        private final AnnotatedRecord record;
        private final LostFrames lost;
        private final AnalysisRun run;
        private final int length;
        private final List<LabelledBeat> reference;
        private final List<Double> latenciesMs = new ArrayList<>();
        private int farFound;
        private int farMissed;
        private int trustedRight;
        private int trustedWrong;

        private Tally(AnnotatedRecord record, LostFrames lost, AnalysisRun run, int length) {
            this.record = record;
            this.lost = lost;
            this.run = run;
            this.length = length;
            this.reference = BeatMatcher.beats(record.annotations());
        }

        private RecordScore of(Matching matching) {
            matching.pairs().forEach(this::count);
            int clean = 0;
            int cleanLost = 0;
            if (record.name().matches(NOISE_STRESS)) {
                for (int second = (int) fromS; second < length / record.rateHz(); second++) {
                    if (isClean(second)) {
                        clean++;
                        cleanLost += run.doubted((long) second * record.rateHz() + record.rateHz() / 2) ? 1 : 0;
                    }
                }
            }
            return new RecordScore(
                    record.name(),
                    matching.table(),
                    farFound,
                    farMissed,
                    trustedRight,
                    trustedWrong,
                    clean,
                    cleanLost,
                    acrossGap(),
                    latenciesMs);
        }

        private void count(Matching.Pair pair) {
            if (pair.reference().isPresent()) {
                long sample = reference.get(pair.reference().getAsInt()).sample();
                boolean found = pair.found().isPresent();
                if (!lost.near(sample, Math.round(FAR_S * record.rateHz()))) {
                    farFound += found ? 1 : 0;
                    farMissed += found ? 0 : 1;
                }
                if (found) {
                    Beat beat = run.beats().get(pair.found().getAsInt());
                    latenciesMs.add((beat.knownAt() - sample) * 1000.0 / record.rateHz());
                }
            }
            if (pair.found().isPresent()) {
                Beat beat = run.beats().get(pair.found().getAsInt());
                if (!run.doubted(beat.sample())) {
                    trustedRight += pair.reference().isPresent() ? 1 : 0;
                    trustedWrong += pair.reference().isPresent() ? 0 : 1;
                }
            }
        }

        private int acrossGap() {
            int across = 0;
            for (int i = 1; i < run.beats().size(); i++) {
                Beat beat = run.beats().get(i);
                long before = beat.sample() - Math.round(beat.rrSeconds() * record.rateHz());
                across += beat.rrSeconds() > 0 && lost.between(before + 1, beat.sample()) ? 1 : 0;
            }
            for (RhythmEpisode episode : run.episodes()) {
                long end = episode.to().orElse(episode.from());
                across += lost.between(episode.from() + 1, end) ? 1 : 0;
            }
            return across;
        }
    }

    private static boolean isClean(int second) {
        return second < NOISE_FROM_S || (second - NOISE_FROM_S) / NOISE_TURN_S % 2 == 1;
    }
}
