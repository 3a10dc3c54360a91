package io.maimen.simulator.score;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.maimen.simulator.SimulatorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./maimen ecg-score report}: runs every measurement and writes the page and the figures that alerts show. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Runs every measurement on the records and prints docs/ecg-accuracy.md.")
final class ReportCommand implements Callable<Integer> {
    private static final Pattern FIGURE = Pattern.compile("\\{(\\w+) (/[\\w/-]+)}");
    private static final String ON_MITDB = "MIT-BIH (24";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "folder with mitdb, nstdb, afdb, cinc2017 and polar-h10")
    private Path data;

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            description = "writes what alerts show of their rules to this file")
    private Optional<Path> figures = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws SimulatorException, IOException {
        Map<String, JsonNode> measured = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> run : runs().entrySet()) {
            spec.commandLine().getErr().println(String.join(" ", run.getValue()));
            measured.put(run.getKey(), json(run.getValue()));
        }
        if (figures.isPresent()) {
            Files.writeString(figures.get(), properties(measured));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(filled(template().replace("{records}", records(measured.get("qrs"))), measured));
        out.flush();
        return 0;
    }

    private Map<String, List<String>> runs() {
        String mitdb = data.resolve("mitdb").toString();
        Map<String, List<String>> runs = new LinkedHashMap<>();
        runs.put("qrs", List.of("qrs", "--records", mitdb));
        runs.put("slow", List.of("qrs", "--records", mitdb, "--resample", "130", "--band", "0.7-40"));
        runs.put("drop", List.of("qrs", "--records", mitdb, "--drop", "5", "--seed", "1"));
        runs.put("noise", List.of("qrs", "--records", data.resolve("nstdb").toString()));
        runs.put("af", List.of("af", "--annotations", data.resolve("afdb").toString(), "--rate", "250"));
        runs.put("own", List.of("af", "--records", mitdb));
        runs.put("rhythm", List.of("rhythm", "--records", mitdb));
        Path cinc = data.resolve("cinc2017");
        runs.put(
                "cinc",
                List.of(
                        "cinc",
                        "--records",
                        cinc.toString(),
                        "--labels",
                        cinc.resolve("DEV.csv").toString()));
        runs.put(
                "strap",
                List.of(
                        "strap",
                        "--csv",
                        data.resolve("polar-h10/polar_h10_10min.csv").toString()));
        return runs;
    }

    private JsonNode json(List<String> arguments) throws SimulatorException, IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = EcgScoreCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    throw failure;
                })
                .execute(Stream.concat(arguments.stream(), Stream.of("--json")).toArray(String[]::new));
        if (exit != 0) {
            throw new SimulatorException("CLI-043 " + String.join(" ", arguments) + " must succeed but ended with "
                    + exit + "; run it alone to see why");
        }
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .setNodeFactory(new JsonNodeFactory(true))
                .readTree(out.toString());
    }

    /** What alerts of a rule say about it; a rule without an episode in the records says nothing. */
    private static String properties(Map<String, JsonNode> measured) {
        StringBuilder text =
                new StringBuilder("# Written by ./maimen ecg-score report --figures: rule, Se, +P, data.\n");
        JsonNode own = measured.get("own");
        text.append(line("ecg-af", own.at("/se").asText(), own.at("/ppv").asText(), ON_MITDB + ")"));
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("ecg-brady", "bradycardia");
        rules.put("ecg-tachy", "tachycardia");
        rules.put("ecg-pause", "pause");
        rules.put("ecg-run", "ventricular-run");
        rules.forEach((rule, rhythm) -> {
            JsonNode figures = measured.get("rhythm").path(rhythm);
            if (figures.path("episodes").asInt() > 0 && figures.path("found").asInt() > 0) {
                String data = ON_MITDB + "; n = " + figures.path("episodes").asInt() + ")";
                text.append(line(
                        rule, figures.path("se").asText(), figures.path("ppv").asText(), data));
            }
        });
        return text.toString();
    }

    private static String line(String rule, String sensitivity, String positivePredictivity, String data) {
        return rule + "=" + sensitivity + " " + positivePredictivity + " " + data + "\n";
    }

    private static String records(JsonNode qrs) {
        return StreamSupport.stream(qrs.path("records").spliterator(), false)
                .map(record -> "| " + record.path("name").asText() + " | "
                        + record.path("beats").asText() + " | "
                        + shown(record.path("se")) + " | " + shown(record.path("ppv")) + " | "
                        + shown(record.path("vebSe")) + " | " + shown(record.path("vebPpv")) + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String filled(String template, Map<String, JsonNode> measured) {
        Matcher matcher = FIGURE.matcher(template);
        return matcher.replaceAll(found ->
                Matcher.quoteReplacement(shown(measured.get(found.group(1)).at(found.group(2)))));
    }

    private static String shown(JsonNode figure) {
        if (figure.isMissingNode() || figure.isNull()) {
            return "–";
        }
        return figure.isIntegralNumber() ? String.format(Locale.ROOT, "%,d", figure.asLong()) : figure.asText();
    }

    private static String template() throws IOException {
        try (InputStream file = ReportCommand.class.getResourceAsStream("ecg-accuracy.md")) {
            return new String(Objects.requireNonNull(file, "ecg-accuracy.md").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
