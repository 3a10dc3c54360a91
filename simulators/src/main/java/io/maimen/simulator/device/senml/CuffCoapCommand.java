package io.maimen.simulator.device.senml;

import io.maimen.simulator.SimulatorException;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate cuff-coap}: posts readings to a gateway until stopped. */
@Command(
        name = "cuff-coap",
        mixinStandardHelpOptions = true,
        description = "A blood-pressure cuff (SenML over CoAP, in the clear or over DTLS with a pre-shared key).")
public final class CuffCoapCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private SenmlCuffOptions options;

    @Spec
    private CommandSpec spec;

    @Option(names = "--gateway-host", defaultValue = "127.0.0.1", description = "of the gateway's CoAP endpoint")
    private String host;

    @Option(names = "--gateway-port", required = true, description = "of the gateway's CoAP endpoint")
    private int port;

    @Option(names = "--path", description = "where it posts to; without it senml/SERIAL")
    private Optional<String> path = Optional.empty();

    @Option(names = "--identity", description = "with a key: over DTLS, by this name")
    private Optional<String> identity = Optional.empty();

    @Option(names = "--key", description = "the pre-shared key, as text")
    private Optional<String> key = Optional.empty();

    @Option(names = "--format", defaultValue = "cbor", description = "cbor or json")
    private String format;

    public CuffCoapCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SimulatorException, IOException, InterruptedException {
        if (identity.isPresent() != key.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--identity and --key belong together");
        }
        PackFormat written = PackFormat.named(format, spec.commandLine());
        try (CoapCuffLine line = new CoapCuffLine(
                host,
                port,
                path.orElse("senml/" + options.serial()),
                written.contentFormat(),
                identity.flatMap(name -> key.map(secret -> new CoapCuffLine.Psk(name, secret))))) {
            options.run(spec, line.uri(), line, written, clock);
        }
        return 0;
    }
}
