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

/** {@code simulate cuff-mqtt}: publishes readings to a gateway, or to a broker before it, until stopped. */
@Command(
        name = "cuff-mqtt",
        mixinStandardHelpOptions = true,
        description = "A blood-pressure cuff (SenML over MQTT 5, to a gateway or an external broker).")
public final class CuffMqttCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private DeviceOptions options;

    @Mixin
    private CuffOptions cuffOptions;

    @Spec
    private CommandSpec spec;

    @Option(names = "--gateway-host", defaultValue = "127.0.0.1", description = "of the MQTT endpoint or broker")
    private String host;

    @Option(names = "--gateway-port", required = true, description = "of the MQTT endpoint or broker")
    private int port;

    @Option(names = "--username", description = "as provisioned")
    private Optional<String> username = Optional.empty();

    @Option(names = "--password", description = "as provisioned")
    private Optional<String> password = Optional.empty();

    @Option(names = "--topic", description = "where it publishes to; without it senml/SERIAL/bp")
    private Optional<String> topic = Optional.empty();

    @Option(names = "--format", defaultValue = "json", description = "cbor or json")
    private String format;

    public CuffMqttCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SimulatorException, IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Consumer<String> log = options.log(out);
        if (username.isPresent() != password.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--username and --password belong together");
        }
        PackFormat written = PackFormat.named(format, spec.commandLine());
        String uri = "tcp://" + host + ":" + port;
        try (Journal journal = Journal.create(options.journal());
                MqttCuffLine line = new MqttCuffLine(
                        uri,
                        options.serial(),
                        topic.orElse("senml/" + options.serial() + "/bp"),
                        username.flatMap(name -> password.map(secret -> new MqttCuffLine.Login(name, secret))),
                        log)) {
            out.println("ready cuff-mqtt " + options.serial() + " gateway=" + uri);
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
