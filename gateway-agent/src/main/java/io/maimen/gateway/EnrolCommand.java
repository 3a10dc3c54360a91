package io.maimen.gateway;

import io.maimen.gateway.config.ConfigException;
import io.maimen.gateway.config.ConfigReader;
import io.maimen.gateway.config.GatewayConfig;
import io.maimen.gateway.identity.Enrolment;
import io.maimen.gateway.identity.IdentityException;
import io.maimen.observation.wire.EnrolmentCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./maimen enrol CODE}: makes this machine a gateway of a server; docs/identity.md. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description = "Makes keys here and gets a certificate for them, with the code an administrator gave out.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:enrolled", "1:the server refused or was not reached", "2:bad usage or bad configuration"})
final class EnrolCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CODE", description = "XXXX-XXXX-…, as the server showed it; good once")
    private String code;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "the gateway's YAML")
    private Path config;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "https://HOST:PORT; else server.enrolment of the YAML")
    private Optional<URI> server;

    EnrolCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter errors = spec.commandLine().getErr();
        try {
            GatewayConfig read = ConfigReader.read(config, Drivers.onClassPath().keySet());
            URI address = server.orElse(read.server().enrolment());
            new Enrolment(read.gateway().id(), read.gateway().directory(), address).use(EnrolmentCode.parse(code));
            spec.commandLine().getOut().println("enrolled " + read.gateway().id() + " at " + address);
            spec.commandLine().getOut().flush();
            return 0;
        } catch (ConfigException e) {
            e.problems().forEach(errors::println);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
        } catch (IdentityException | IOException e) {
            errors.println(e.getMessage());
            errors.flush();
            return REFUSED;
        }
        errors.flush();
        return BAD_INPUT;
    }
}
