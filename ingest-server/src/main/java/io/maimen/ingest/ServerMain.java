package io.maimen.ingest;

import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.pack.RulePackException;
import io.maimen.alerting.pack.RulePackReader;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.ingest.config.ConfigException;
import io.maimen.ingest.config.ServerConfig;
import io.maimen.ingest.config.ServerConfigReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./maimen server} (and {@code ./maimen audit}, which begins with that word): runs until SIGTERM (or the end of standard input, when asked). */
@Command(
        name = "server",
        description = "Receives what gateways send, keeps it, judges it and shows it to doctors.",
        mixinStandardHelpOptions = true)
public final class ServerMain implements Callable<Integer> {
    private static final int BAD_INPUT = 2;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "YAML; see docs/server.md")
    private Path config;

    @Option(names = "--exit-with-parent", description = "stop at the end of standard input")
    private boolean exitWithParent;

    @Option(
            names = "--page-directory",
            paramLabel = "DIR",
            description = "serve the page's files from here instead, for those who write the page")
    private Optional<Path> pageDirectory;

    @Spec
    private CommandSpec spec;

    /** Ends the process with 0 after an orderly stop, 2 when it could not start. */
    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        boolean audit = arguments.length > 0 && arguments[0].equals(AuditCommand.NAME);
        System.exit(
                audit
                        ? new CommandLine(new AuditCommand())
                                .execute(Arrays.copyOfRange(arguments, 1, arguments.length))
                        : new CommandLine(new ServerMain()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            ServerConfig settings = ServerConfigReader.read(config);
            Server server = Server.start(settings, rules(settings), Clock.systemUTC(), pageDirectory);
            announce(settings, server);
            runUntilTold(server);
            return 0;
        } catch (ConfigException | StartException e) {
            spec.commandLine().getErr().println(oneLine(e.getMessage()));
            return BAD_INPUT;
        }
    }

    private void announce(ServerConfig settings, Server server) {
        PrintWriter out = spec.commandLine().getOut();
        server.firstAdmin().ifPresent(file -> out.println("first administrator: name and password are in " + file));
        out.println("ready server http=https://" + settings.http().host() + ":" + server.httpPort() + " mqtt=ssl://"
                + settings.mqtt().host() + ":" + server.mqttPort());
        out.flush();
    }

    private void runUntilTold(Server server) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        if (exitWithParent) {
            Thread parent = new Thread(() -> waitForEnd(end), "parent");
            parent.setDaemon(true);
            parent.start();
        }
        end.await();
    }

    private static void waitForEnd(CountDownLatch end) {
        try {
            while (System.in.read() >= 0) {
                // What comes is not for us; only the end counts.
            }
        } catch (IOException e) {
            // A broken standard input is an ended one.
        }
        end.countDown();
    }

    private static List<RulePack> rules(ServerConfig settings) throws ConfigException {
        if (settings.rulePack().isEmpty()) {
            return RulePacks.shipped();
        }
        Path file = settings.rulePack().get();
        try (InputStream yaml = Files.newInputStream(file)) {
            return RulePacks.shippedBeside(
                    RulePackReader.read(yaml, file.getFileName().toString()));
        } catch (IOException | RulePackException e) {
            throw new ConfigException("CFG-109 rules.pack must be a rule pack but was not: " + e.getMessage());
        }
    }

    private static String oneLine(String text) {
        return String.join(" | ", text.lines().toList());
    }
}
