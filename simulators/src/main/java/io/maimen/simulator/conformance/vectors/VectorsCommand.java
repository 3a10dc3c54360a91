package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.driver.DriverCatalogue;
import io.maimen.simulator.SimulatorException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./maimen vectors FILE}: byte vectors against the decoders of the installed drivers. */
@Command(
        name = "vectors",
        mixinStandardHelpOptions = true,
        description = {
            "Holds the decoders of the installed drivers against byte vectors: one JSON object a line, with id, family,"
                    + " direction, hex and expect.",
            "Each failure is shown with both sides. Exit code 0 only where all pass, 1 otherwise."
        })
public final class VectorsCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "FILE", description = "the vectors, JSON lines")
    private Path file;

    @Option(names = "--family", paramLabel = "NAME", description = "only families whose name begins with this")
    private Optional<String> family = Optional.empty();

    @Option(names = "--json", description = "print one JSON line last")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private int passed;
    private int failed;
    private int unsupported;

    /** For picocli. */
    public VectorsCommand() {}

    @Override
    public Integer call() throws SimulatorException {
        PrintWriter out = spec.commandLine().getOut();
        Decoders decoders = new Decoders(DriverCatalogue.installed());
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Vector vector = Vector.of(parse(lines.get(i), i + 1), file + " line " + (i + 1));
                if (vector.family().startsWith(family.orElse(""))) {
                    check(vector, decoders, out);
                }
            }
        }
        out.println(
                json
                        ? JSON.createObjectNode()
                                .put("passed", passed)
                                .put("failed", failed)
                                .put("unsupported", unsupported)
                        : passed + " passed, " + failed + " failed, " + unsupported + " unsupported");
        return failed + unsupported == 0 && passed > 0 ? 0 : 1;
    }

    private void check(Vector vector, Decoders decoders, PrintWriter out) {
        try {
            ObjectNode found = Families.find(vector.family())
                    .orElseThrow(() -> new NotReadException(
                            NotReadException.Why.UNSUPPORTED, "nobody here knows the family " + vector.family()))
                    .read(vector, decoders);
            List<Difference> differences = Difference.between(vector.expect(), found);
            if (differences.isEmpty()) {
                passed++;
            } else {
                failed++;
                out.println(vector.id() + ": failed  " + vector.bytes().hex());
                differences.forEach(difference -> out.println("  " + difference));
            }
        } catch (NotReadException e) {
            boolean failure = e.why() == NotReadException.Why.FAILED;
            failed += failure ? 1 : 0;
            unsupported += failure ? 0 : 1;
            out.println(vector.id() + ": " + (failure ? "failed  " : "unsupported  ") + e.getMessage());
        }
    }

    private List<String> lines() throws SimulatorException {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new SimulatorException(
                    "CLI-031 FILE must be readable as UTF-8 text but " + file + " was not: " + e, e);
        }
    }

    private JsonNode parse(String line, int number) throws SimulatorException {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new SimulatorException(
                    "CLI-030 " + file + " line " + number + " must be JSON but was not: " + e.getOriginalMessage(), e);
        }
    }
}
