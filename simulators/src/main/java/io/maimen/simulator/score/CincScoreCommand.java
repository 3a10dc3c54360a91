package io.maimen.simulator.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.alerting.ecg.FibrillationFinding;
import io.maimen.alerting.ecg.ShortRecording;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.wfdb.WfdbRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./maimen ecg-score cinc}: atrial fibrillation in short hand-held recordings, against the rest. */
@Command(
        name = "cinc",
        mixinStandardHelpOptions = true,
        description = {
            "Finds atrial fibrillation in short single-lead recordings and holds it against labels: A against all others,"
                    + " as in the CinC 2017 challenge. What is undecided counts on neither side."
        })
final class CincScoreCommand implements Callable<Integer> {
    private static final String FIBRILLATION = "A";

    @Option(names = "--records", paramLabel = "DIR", required = true, description = "folder of WFDB records")
    private Path folder;

    @Option(names = "--labels", paramLabel = "CSV", required = true, description = "lines of name,label")
    private Path labels;

    @Option(names = "--json", description = "print one JSON line")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SimulatorException {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> lines = lines();
        PrintWriter err = spec.commandLine().getErr();
        int at = 0;
        for (String line : lines) {
            String[] words = line.split(",", -1);
            if (words.length != 2) {
                throw new SimulatorException(
                        "CLI-041 a line of --labels must be name,label but was " + line + "; correct the line");
            }
            err.print("\r" + ++at + " of " + lines.size() + "  " + words[0] + "   ");
            err.flush();
            FibrillationFinding finding = finding(folder.resolve(words[0]));
            counts.computeIfAbsent(words[1], label -> new int[3])[column(finding)]++;
        }
        err.println();
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println("label  possible  not found  undecided");
            counts.forEach((label, row) ->
                    out.println(String.format(Locale.ROOT, "%-5s %9d %10d %10d", label, row[0], row[1], row[2])));
        }
        out.println(score(counts, lines.size()));
        return 0;
    }

    private static int column(FibrillationFinding finding) {
        return switch (finding) {
            case POSSIBLE -> 0;
            case NOT_FOUND -> 1;
            case UNDECIDED -> 2;
        };
    }

    private static ObjectNode score(Map<String, int[]> counts, int all) {
        int[] fibrillation = counts.getOrDefault(FIBRILLATION, new int[3]);
        int[] rest = new int[3];
        counts.forEach((label, row) -> {
            for (int i = 0; i < 3 && !label.equals(FIBRILLATION); i++) {
                rest[i] += row[i];
            }
        });
        ObjectNode json = new ObjectMapper().createObjectNode();
        Percent.put(json, "se", fibrillation[0], fibrillation[0] + fibrillation[1]);
        Percent.put(json, "sp", rest[1], rest[0] + rest[1]);
        Percent.put(json, "undecided", fibrillation[2] + rest[2], all);
        return json;
    }

    private static FibrillationFinding finding(Path record) throws SimulatorException {
        WfdbRecord signal = WfdbRecord.read(record);
        int[] microvolts = Arrays.stream(signal.millivolts())
                .mapToInt(value -> (int) Math.round(value * 1000))
                .toArray();
        return ShortRecording.fibrillation(microvolts, signal.rateHz());
    }

    private List<String> lines() throws SimulatorException {
        try {
            return Files.readAllLines(labels).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new SimulatorException("CLI-041 --labels must be a file that can be read but was not: " + e, e);
        }
    }
}
