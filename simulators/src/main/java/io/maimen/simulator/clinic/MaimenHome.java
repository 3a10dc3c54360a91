package io.maimen.simulator.clinic;

import io.maimen.simulator.SimulatorException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the built programs lie: the root of the repository. Immutable. */
public record MaimenHome(Path root) {
    /** What every Java machine here is started with: quick to start, little memory, no limping on. */
    private static final List<String> SMALL =
            List.of("-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    /** The launcher names the root as {@code maimen.home}; without it the place of this program's jar tells. */
    public static MaimenHome find() throws SimulatorException {
        Path root = Optional.ofNullable(System.getProperty("maimen.home"))
                .map(Path::of)
                .or(MaimenHome::aboveThisProgram)
                .orElse(Path.of(""))
                .toAbsolutePath()
                .normalize();
        for (String program : List.of("gateway-agent", "ingest-server")) {
            if (!Files.exists(jar(root, program))) {
                throw new SimulatorException("SIM-030 " + jar(root, program)
                        + " must be built but was not there; start with ./maimen, or run mvn package");
            }
        }
        return new MaimenHome(root);
    }

    /** simulators/target/app/simulators.jar, or simulators/target/classes. */
    private static Optional<Path> aboveThisProgram() {
        CodeSource source = MaimenHome.class.getProtectionDomain().getCodeSource();
        try {
            Path place = Path.of(source.getLocation().toURI());
            Path target = Files.isDirectory(place)
                    ? place.getParent()
                    : place.getParent().getParent();
            return Optional.of(target.getParent().getParent());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    List<String> server(Path configuration) {
        return List.of(jar(root, "ingest-server").toString(), "--config", configuration.toString());
    }

    List<String> gateway(Path configuration) {
        return List.of(jar(root, "gateway-agent").toString(), "--config", configuration.toString());
    }

    List<String> enrolment(String code, Path configuration) {
        return List.of(jar(root, "gateway-agent").toString(), "enrol", code, "--config", configuration.toString());
    }

    /** The command line of a program of this repository. */
    static List<String> java(int heapMegabytes, List<String> jarAndArguments) {
        return command(heapMegabytes, "-jar", jarAndArguments);
    }

    /** The command line of a simulated device: this program once more. */
    static List<String> device(List<String> arguments) {
        List<String> command = command(64, "-cp", List.of(System.getProperty("java.class.path")));
        command.add("io.maimen.simulator.cli.SimulatorMain");
        command.add("simulate");
        command.addAll(arguments);
        return command;
    }

    private static List<String> command(int heapMegabytes, String kind, List<String> rest) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.add("-Xmx" + heapMegabytes + "m");
        command.add(kind);
        command.addAll(rest);
        return command;
    }

    private static Path jar(Path root, String program) {
        return root.resolve(program).resolve("target/app").resolve(program + ".jar");
    }
}
