package io.maimen.simulator.score;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.signal.BandPass;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./maimen ecg-score qrs}: how many beats of annotated records are found, and how soon. */
@Command(
        name = "qrs",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the beats of annotated records as a stream and counts as ANSI/AAMI EC57 says: first lead, 150 ms window,"
                    + " from 5:00 on, ventricular flutter left out."
        })
final class QrsScoreCommand implements Callable<Integer> {
    private static final int RUNS = 5;

    @Option(
            names = "--records",
            paramLabel = "DIR",
            required = true,
            description = "folder of WFDB records with .atr files")
    private Path folder;

    @Option(names = "--resample", paramLabel = "HZ", description = "bring every record to this rate first")
    private Optional<Integer> rateHz = Optional.empty();

    @Option(names = "--band", paramLabel = "LOW-HIGH", description = "as a device of this band shows it, in Hz: 0.7-40")
    private Optional<String> band = Optional.empty();

    @Option(
            names = "--drop",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "of all frames of 0.56 s are lost")
    private double dropPercent;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the loss and of the pieces that samples come in")
    private long seed;

    @Option(names = "--from", paramLabel = "SECONDS", defaultValue = "300", description = "count from here on")
    private double fromS;

    @Option(names = "--json", description = "print one JSON line")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SimulatorException {
        Optional<BandPass> within = band.map(this::parsed);
        QrsScorer scorer = new QrsScorer(fromS, dropPercent, seed);
        List<Path> paths = AnnotatedRecord.in(folder);
        List<RecordScore> scores = new ArrayList<>();
        List<int[]> signals = new ArrayList<>();
        PrintWriter err = spec.commandLine().getErr();
        double hz = 0;
        for (Path path : paths) {
            err.print("\r" + (scores.size() + 1) + " of " + paths.size() + "  " + path.getFileName() + "   ");
            err.flush();
            AnnotatedRecord record = AnnotatedRecord.read(path);
            record = within.isPresent() ? record.within(within.get()) : record;
            record = rateHz.isPresent() ? record.at(rateHz.get()) : record;
            scores.add(scorer.score(record));
            signals.add(record.microvolts());
            hz = record.rateHz();
        }
        err.println("\rspeed: " + RUNS + " runs          ");
        ScoreReport report = new ScoreReport(
                scores, Optional.of(new ScoreReport.Speed(speed(signals, hz, true), speed(signals, hz, false))));
        spec.commandLine().getOut().println(json ? report.json() : report.table());
        return 0;
    }

    private BandPass parsed(String text) {
        String[] corners = text.split("-", -1);
        try {
            return new BandPass(Double.parseDouble(corners[0]), Double.parseDouble(corners[corners.length - 1]));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--band must be as in 0.7-40 but was " + text, e);
        }
    }

    /** Samples a second of the analysis alone, or of the detection of beats in it: the median of five runs over all records. */
    private static double speed(List<int[]> signals, double rateHz, boolean beatsOnly) {
        double[] speeds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long samples = 0;
            long begin = System.nanoTime();
            for (int[] signal : signals) {
                samples += AnalysisRun.countedSamples(signal, rateHz, beatsOnly);
            }
            speeds[run] = samples * 1e9 / (System.nanoTime() - begin);
        }
        Arrays.sort(speeds);
        return speeds[RUNS / 2];
    }
}
