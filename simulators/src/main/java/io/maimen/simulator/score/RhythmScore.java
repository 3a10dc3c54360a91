package io.maimen.simulator.score;

import io.maimen.alerting.ecg.Beat;
import io.maimen.alerting.ecg.BeatClass;
import io.maimen.alerting.ecg.Rhythm;
import io.maimen.alerting.ecg.RhythmEpisode;
import io.maimen.alerting.ecg.RhythmWatch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Episodes that follow from the annotated beats by the definition of each rhythm, against those found by the analysis. One
 * counts as found, or as right, where it overlaps one of the other side. Confined to one thread.
 */
final class RhythmScore {
    private static final Set<String> FLUTTER = Set.of("(VFL", "(VF");

    /** Episodes of one rhythm in all records. */
    static final class Tally {
        int episodes;
        int episodesFound;
        int found;
        int foundRight;
    }

    private final Map<Rhythm, Tally> tallies = new EnumMap<>(Rhythm.class);
    private final double fromS;

    /** Counts what lies after {@code fromS}. */
    RhythmScore(double fromS) {
        this.fromS = fromS;
    }

    /** What came of all records; rhythms that neither side has are missing. */
    Map<Rhythm, Tally> tallies() {
        return tallies;
    }

    void add(AnnotatedRecord record, long seed) {
        int[] microvolts = record.microvolts();
        List<RhythmEpisode> found = AnalysisRun.of(microvolts, record.rateHz(), LostFrames.none(), seed)
                .episodes();
        List<RhythmEpisode> annotated = annotated(record);
        Stretches leftOut = Stretches.ofRhythm(record.annotations(), FLUTTER, microvolts.length);
        Stretches before = new Stretches(List.of(new long[] {0, Math.round(fromS * record.rateHz())}));
        for (Rhythm rhythm : Rhythm.values()) {
            Stretches truth = of(rhythm, annotated).without(before).apartFrom(leftOut);
            Stretches test = of(rhythm, found).without(before).apartFrom(leftOut);
            if (rhythm != Rhythm.ATRIAL_FIBRILLATION
                    && !(truth.pieces().isEmpty() && test.pieces().isEmpty())) {
                Tally tally = tallies.computeIfAbsent(rhythm, any -> new Tally());
                tally.episodes += truth.pieces().size();
                tally.episodesFound += truth.meeting(test);
                tally.found += test.pieces().size();
                tally.foundRight += test.meeting(truth);
            }
        }
    }

    /** By the same definitions, of the beats that people noted. */
    private static List<RhythmEpisode> annotated(AnnotatedRecord record) {
        List<RhythmEpisode> episodes = new ArrayList<>();
        RhythmWatch watch = new RhythmWatch(record.rateHz(), episodes::add);
        long last = -1;
        for (LabelledBeat beat : BeatMatcher.beats(record.annotations())) {
            double rr = last < 0 ? 0 : (beat.sample() - last) / (double) record.rateHz();
            BeatClass beatClass = beat.label() == BeatLabel.VENTRICULAR ? BeatClass.VENTRICULAR : BeatClass.NORMAL;
            watch.beat(new Beat(beat.sample(), beat.sample(), rr, beatClass), beat.sample());
            last = beat.sample();
        }
        watch.interrupt(Math.max(0, last), Math.max(0, last));
        return episodes;
    }

    private static Stretches of(Rhythm rhythm, List<RhythmEpisode> episodes) {
        return new Stretches(episodes.stream()
                .filter(episode -> episode.rhythm() == rhythm && episode.to().isPresent())
                .map(episode -> new long[] {episode.from(), episode.to().getAsLong() + 1})
                .toList());
    }
}
