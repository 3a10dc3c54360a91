package io.maimen.simulator.score;

import io.maimen.alerting.ecg.AtrialFibrillation;
import io.maimen.alerting.ecg.Beat;
import io.maimen.alerting.ecg.BeatClass;
import io.maimen.alerting.ecg.Rhythm;
import io.maimen.alerting.ecg.RhythmEpisode;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.wfdb.Annotation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./maimen ecg-score af}: how well atrial fibrillation is found, beat by beat and by episodes. */
@Command(
        name = "af",
        mixinStandardHelpOptions = true,
        description = {
            "Finds atrial fibrillation and holds it against the rhythm an annotator noted: from reference beats"
                    + " (--annotations), or from signals with beats and classes of our own (--records). Gross over all beats"
                    + " from 5:00 on, atrial flutter left out; episodes are those of 30 s and more."
        })
final class AfScoreCommand implements Callable<Integer> {
    private static final Set<String> FIBRILLATION = Set.of("(AFIB");
    private static final Set<String> LEFT_OUT = Set.of("(AFL", "(VFL");

    /** Where beats come from. */
    static final class Source {
        @Option(names = "--annotations", paramLabel = "DIR", description = "folder of .qrs (beats) and .atr (rhythm)")
        private Optional<Path> annotations = Optional.empty();

        @Option(names = "--records", paramLabel = "DIR", description = "folder of WFDB records with .atr")
        private Optional<Path> records = Optional.empty();
    }

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(names = "--rate", paramLabel = "HZ", defaultValue = "250", description = "of the annotations")
    private double rateHz;

    @Option(names = "--from", paramLabel = "SECONDS", defaultValue = "300", description = "count from here on")
    private double fromS;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "of the pieces that samples come in")
    private long seed;

    @Option(names = "--json", description = "print one JSON line")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SimulatorException {
        List<String> rows = new ArrayList<>();
        List<AfScore> scores = new ArrayList<>();
        boolean signals = source.records.isPresent();
        List<Path> paths = signals
                ? AnnotatedRecord.in(source.records.orElseThrow())
                : AnnotatedRecord.annotationsIn(source.annotations.orElseThrow(), ".qrs");
        PrintWriter err = spec.commandLine().getErr();
        for (Path path : paths) {
            err.print("\r" + (scores.size() + 1) + " of " + paths.size() + "  " + path.getFileName() + "   ");
            err.flush();
            AfScore score = signals ? ofSignal(AnnotatedRecord.read(path)) : ofBeats(path);
            scores.add(score);
            rows.add(score.row(path.getFileName().toString()));
        }
        err.println();
        AfScore gross = scores.stream().reduce(AfScore::plus).orElseThrow();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(gross.json());
        } else {
            out.println("record    found  missed   extra    rightly    Se      Sp");
            rows.forEach(out::println);
            out.println(gross.row("gross"));
            out.println(gross.json());
            out.println("For review by a doctor, not a diagnosis.");
        }
        return 0;
    }

    private AfScore ofSignal(AnnotatedRecord record) {
        int[] microvolts = record.microvolts();
        AnalysisRun run = AnalysisRun.of(microvolts, record.rateHz(), LostFrames.none(), seed);
        return scored(
                BeatMatcher.beats(record.annotations()),
                record.annotations(),
                run.episodes(),
                microvolts.length,
                record.rateHz());
    }

    private AfScore ofBeats(Path record) throws SimulatorException {
        List<LabelledBeat> beats = BeatMatcher.beats(AnnotatedRecord.annotations(record, ".qrs"));
        List<Annotation> rhythm = AnnotatedRecord.annotations(record, ".atr");
        List<RhythmEpisode> episodes = new ArrayList<>();
        AtrialFibrillation fibrillation = new AtrialFibrillation(episodes::add);
        long last = 0;
        for (LabelledBeat beat : beats) {
            double rr = last == 0 ? 0 : (beat.sample() - last) / rateHz;
            BeatClass beatClass = beat.label() == BeatLabel.VENTRICULAR ? BeatClass.VENTRICULAR : BeatClass.NORMAL;
            fibrillation.beat(new Beat(beat.sample(), beat.sample(), rr, beatClass), beat.sample());
            last = beat.sample();
        }
        fibrillation.interrupt(last);
        return scored(beats, rhythm, episodes, last + 1, rateHz);
    }

    private AfScore scored(
            List<LabelledBeat> beats, List<Annotation> rhythm, List<RhythmEpisode> episodes, long end, double rateHz) {
        List<long[]> found = episodes.stream()
                .filter(episode -> episode.rhythm() == Rhythm.ATRIAL_FIBRILLATION)
                .filter(episode -> episode.to().isPresent())
                .map(episode -> new long[] {episode.from(), episode.to().getAsLong() + 1})
                .toList();
        return AfScore.of(
                beats,
                Stretches.ofRhythm(rhythm, FIBRILLATION, end),
                new Stretches(found),
                Stretches.ofRhythm(rhythm, LEFT_OUT, end),
                Math.round(fromS * rateHz),
                rateHz);
    }
}
