package io.maimen.simulator.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.alerting.ecg.Beat;
import io.maimen.simulator.SimulatorException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./maimen ecg-score strap}: our intervals between beats against those that a chest strap found itself. */
@Command(
        name = "strap",
        mixinStandardHelpOptions = true,
        description = {
            "Compares intervals between beats with those a chest strap told beside its signal. The strap's intervals"
                    + " follow each other, so their sum says when its beats were; one that lies where the analysis doubts"
                    + " the signal is flagged, not compared."
        })
final class StrapScoreCommand implements Callable<Integer> {
    private static final double SAME_BEAT_S = 0.15;
    private static final double WITHIN_S = 0.010;
    private static final double FOLLOWS = 0.1;
    private static final int TRIED = 600;
    private static final double TRIED_STEP_S = 0.01;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            required = true,
            description = "lines of time_unix_ns,ecg_mV,hr_bpm,rr_ms")
    private Path csv;

    @Option(names = "--json", description = "print one JSON line")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private int compared;
    private int within;
    private int flagged;

    @Override
    public Integer call() throws SimulatorException {
        StrapRecording recording = StrapRecording.read(csv);
        AnalysisRun run = AnalysisRun.of(recording.microvolts(), recording.rateHz(), LostFrames.none(), 1);
        if (run.beats().isEmpty() || recording.intervals().isEmpty()) {
            throw new SimulatorException("CLI-042 --csv must have beats and intervals but has "
                    + run.beats().size() + " and " + recording.intervals().size() + "; record for longer");
        }
        compare(recording, run);
        ObjectNode score = new ObjectMapper().createObjectNode();
        Percent.put(score, "rrWithin10ms", within, compared);
        score.put("compared", compared).put("flagged", flagged);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? score
                                : String.format(
                                        "%d of %d intervals within 10 ms of the strap's; %d more lie in doubted signal%n%s",
                                        within, compared, flagged, score));
        return 0;
    }

    private void compare(StrapRecording recording, AnalysisRun run) {
        List<StrapRecording.Interval> intervals = recording.intervals();
        double at = begin(intervals, run.beats(), recording.rateHz());
        int before = nearest(run.beats(), at, recording.rateHz());
        for (StrapRecording.Interval interval : intervals.subList(1, intervals.size())) {
            at += interval.seconds();
            int beat = nearest(run.beats(), at, recording.rateHz());
            double apart = run.beats().get(beat).sample() / recording.rateHz() - at;
            boolean found = Math.abs(apart) < SAME_BEAT_S;
            if (doubted(run, at - interval.seconds(), at, recording.rateHz())) {
                flagged++;
            } else if (at * recording.rateHz() < recording.microvolts().length) {
                compared++;
                boolean follows = found && beat == before + 1;
                double rr = run.beats().get(beat).rrSeconds();
                within += follows && Math.abs(rr - interval.seconds()) <= WITHIN_S ? 1 : 0;
            }
            // The strap's clock is not ours: its beats are followed where they are found.
            at += found ? FOLLOWS * apart : 0;
            before = beat;
        }
    }

    /** When the strap's first interval ended: before it was told, at the latest time by which most of its beats are ours. */
    private static double begin(List<StrapRecording.Interval> intervals, List<Beat> beats, double rateHz) {
        double best = 0;
        int most = -1;
        for (int i = 0; i < TRIED; i++) {
            double begin = intervals.get(0).toldAtSeconds() - i * TRIED_STEP_S;
            double at = begin;
            int same = 0;
            for (StrapRecording.Interval interval : intervals.subList(1, Math.min(60, intervals.size()))) {
                at += interval.seconds();
                double apart = beats.get(nearest(beats, at, rateHz)).sample() / rateHz - at;
                same += Math.abs(apart) < SAME_BEAT_S / 5 ? 1 : 0;
            }
            if (same > most) {
                most = same;
                best = begin;
            }
        }
        return best;
    }

    private static boolean doubted(AnalysisRun run, double from, double to, double rateHz) {
        return run.doubted(Math.round(from * rateHz)) || run.doubted(Math.round(to * rateHz));
    }

    private static int nearest(List<Beat> beats, double seconds, double rateHz) {
        int nearest = 0;
        for (int i = 1; i < beats.size(); i++) {
            if (Math.abs(beats.get(i).sample() / rateHz - seconds)
                    < Math.abs(beats.get(nearest).sample() / rateHz - seconds)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
