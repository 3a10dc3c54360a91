package io.maimen.simulator.device.senml;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.DeviceOptions;
import io.maimen.simulator.device.cuff.CuffOptions;
import io.maimen.simulator.journal.Journal;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
    private DeviceOptions options;

    @Mixin
    private CuffOptions cuffOptions;

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
        PrintWriter out = spec.commandLine().getOut();
        Consumer<String> log = options.log(out);
        if (identity.isPresent() != key.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--identity and --key belong together");
        }
        PackFormat written = PackFormat.named(format, spec.commandLine());
        try (Journal journal = Journal.create(options.journal());
                CoapCuffLine line = new CoapCuffLine(
                        host,
                        port,
                        path.orElse("senml/" + options.serial()),
                        written.contentFormat(),
                        identity.flatMap(name -> key.map(secret -> new CoapCuffLine.Psk(name, secret))))) {
            out.println("ready cuff-coap " + options.serial() + " gateway=" + line.uri());
            out.flush();
            SenmlCuff cuff = new SenmlCuff(
                    options.device(),
                    cuffOptions.readings(options.seed()),
                    cuffOptions.every(),
                    written,
                    line,
                    journal,
                    log,
                    clock);
            options.run(clock, cuff::run);
        }
        return 0;
    }
}
