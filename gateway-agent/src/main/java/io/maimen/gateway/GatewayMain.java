package io.maimen.gateway;

import io.maimen.driver.DeviceDriver;
import io.maimen.gateway.config.ConfigException;
import io.maimen.gateway.config.ConfigReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./maimen gateway}: the edge agent as a process; with {@code enrol} first, {@link EnrolCommand}. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = "Stands beside the devices, keeps what they say and sends it on.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:stopped", "1:failed", "2:bad usage, bad configuration, or an address or directory in use"})
public final class GatewayMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayMain.class);
    private static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "YAML, see docs/gateway.md")
    private Path config;

    @Option(names = "--exit-with-parent", description = "stop when stdin ends, as it does when the parent dies")
    private boolean exitWithParent;

    GatewayMain() {}

    /** Runs until SIGTERM. */
    public static void main(String... arguments) {
        // Before any library logs: java.util.logging would otherwise print in its own way.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        boolean enrol = arguments.length > 0 && arguments[0].equals("enrol");
        System.exit(
                enrol
                        ? new CommandLine(new EnrolCommand())
                                .execute(Arrays.copyOfRange(arguments, 1, arguments.length))
                        : new CommandLine(new GatewayMain()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter errors = spec.commandLine().getErr();
        Map<String, DeviceDriver> drivers = Drivers.onClassPath();
        try {
            Gateway gateway = Gateway.start(ConfigReader.read(config, drivers.keySet()), drivers, Clock.systemUTC());
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                gateway.close();
                                stopped.countDown();
                            },
                            "stop"));
            spec.commandLine().getOut().println(gateway.readyLine());
            spec.commandLine().getOut().flush();
            if (exitWithParent) {
                waitForEnd(System.in);
                return 0;
            }
            stopped.await();
            return 0;
        } catch (ConfigException e) {
            e.problems().forEach(errors::println);
        } catch (StartException e) {
            errors.println(e.getMessage());
        }
        errors.flush();
        return BAD_INPUT;
    }

    private static void waitForEnd(InputStream parent) {
        try {
            // Whatever the parent says is of no interest, only that it still could.
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.info("stdin ended: {}", e.getMessage());
        }
    }
}
