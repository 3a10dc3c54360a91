package io.maimen.simulator.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.simulator.SimulatorException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./maimen ecg-score rhythm}: how often findings of rate, pauses and ventricular patterns are right. */
@Command(
        name = "rhythm",
        mixinStandardHelpOptions = true,
        description = {
            "Holds findings of rate, pauses and ventricular patterns against what the annotated beats give by the same"
                    + " definitions, episode by episode, from 5:00 on."
        })
final class RhythmScoreCommand implements Callable<Integer> {
    @Option(names = "--records", paramLabel = "DIR", required = true, description = "folder of WFDB records with .atr")
    private Path folder;

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
        RhythmScore score = new RhythmScore(fromS);
        List<Path> paths = AnnotatedRecord.in(folder);
        PrintWriter err = spec.commandLine().getErr();
        int at = 0;
        for (Path path : paths) {
            err.print("\r" + ++at + " of " + paths.size() + "  " + path.getFileName() + "   ");
            err.flush();
            score.add(AnnotatedRecord.read(path), seed);
        }
        err.println();
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode all = new ObjectMapper().createObjectNode();
        if (!json) {
            out.println("rhythm                annotated  found      Se      +P");
        }
        score.tallies().forEach((rhythm, tally) -> {
            String name = rhythm.name().toLowerCase(Locale.ROOT).replace('_', '-');
            ObjectNode each =
                    all.putObject(name).put("episodes", tally.episodes).put("found", tally.found);
            Percent.put(each, "se", tally.episodesFound, tally.episodes);
            Percent.put(each, "ppv", tally.foundRight, tally.found);
            if (!json) {
                out.println(String.format(
                        Locale.ROOT,
                        "%-20s %10d %6d %7.2f %7.2f",
                        name,
                        tally.episodes,
                        tally.found,
                        Percent.of(tally.episodesFound, tally.episodes),
                        Percent.of(tally.foundRight, tally.found)));
            }
        });
        out.println(all);
        return 0;
    }
}
