package io.maimen.simulator.score;

import io.maimen.alerting.ecg.Beat;
import io.maimen.alerting.ecg.EcgAnalysis;
import io.maimen.alerting.ecg.EcgListener;
import io.maimen.alerting.ecg.QualityStretch;
import io.maimen.alerting.ecg.RhythmEpisode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the analysis says of a record that comes in pieces of 1 to 400 samples.
 *
 * @param beats in the order of time
 * @param stretches of less than full quality
 * @param episodes as they began and ended
 */
record AnalysisRun(List<Beat> beats, List<QualityStretch> stretches, List<RhythmEpisode> episodes) {
    private static final int LONGEST_PIECE = 400;

    static AnalysisRun of(int[] microvolts, double rateHz, LostFrames lost, long seed) {
        Heard heard = new Heard();
        EcgAnalysis analysis = new EcgAnalysis(rateHz, heard);
        Random random = new Random(seed);
        int at = 0;
        for (long[] gap : lost.gaps()) {
            at = feed(analysis, microvolts, at, (int) gap[0], random);
            analysis.gap(gap[1] - gap[0]);
            at = (int) gap[1];
        }
        feed(analysis, microvolts, at, microvolts.length, random);
        analysis.end();
        return new AnalysisRun(List.copyOf(heard.beats), List.copyOf(heard.stretches), List.copyOf(heard.episodes));
    }

    private static int feed(EcgAnalysis analysis, int[] microvolts, int from, int to, Random random) {
        int at = from;
        while (at < to) {
            int next = Math.min(to, at + 1 + random.nextInt(LONGEST_PIECE));
            analysis.samples(microvolts, at, next);
            at = next;
        }
        return to;
    }

    /** Analyses a whole signal and throws away what is found; gives how many samples went through. */
    static long countedSamples(int[] microvolts, double rateHz, boolean beatsOnly) {
        EcgAnalysis analysis =
                beatsOnly ? EcgAnalysis.ofBeats(rateHz, new Heard()) : new EcgAnalysis(rateHz, new Heard());
        analysis.samples(microvolts, 0, microvolts.length);
        analysis.end();
        return microvolts.length;
    }

    List<LabelledBeat> labelled() {
        return beats.stream()
                .map(beat -> new LabelledBeat(
                        beat.sample(),
                        switch (beat.beatClass()) {
                            case NORMAL -> BeatLabel.NORMAL;
                            case VENTRICULAR -> BeatLabel.VENTRICULAR;
                            case OTHER -> BeatLabel.OTHER;
                        }))
                .toList();
    }

    /** Whether a sample lies in what the analysis itself does not trust. */
    boolean doubted(long sample) {
        return stretches.stream().anyMatch(stretch -> sample >= stretch.from() && sample < stretch.to());
    }

    private static final class Heard implements EcgListener {
        private final List<Beat> beats = new ArrayList<>();
        private final List<QualityStretch> stretches = new ArrayList<>();
        private final List<RhythmEpisode> episodes = new ArrayList<>();

        @Override
        public void beat(Beat beat) {
            beats.add(beat);
        }

        @Override
        public void quality(QualityStretch stretch) {
            stretches.add(stretch);
        }

        @Override
        public void rhythm(RhythmEpisode episode) {
            episodes.add(episode);
        }
    }
}
