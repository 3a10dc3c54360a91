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

/** {@code simulate cuff-mqtt}: publishes readings to a gateway, or to a broker before it, until stopped. */
@Command(
        name = "cuff-mqtt",
        mixinStandardHelpOptions = true,
        description = "A blood-pressure cuff (SenML over MQTT 5, to a gateway or an external broker).")
public final class CuffMqttCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private SenmlCuffOptions options;

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
        if (username.isPresent() != password.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--username and --password belong together");
        }
        PackFormat written = PackFormat.named(format, spec.commandLine());
        String uri = "tcp://" + host + ":" + port;
        try (MqttCuffLine line = new MqttCuffLine(
                uri,
                options.serial(),
                topic.orElse("senml/" + options.serial() + "/bp"),
                username.flatMap(name -> password.map(secret -> new MqttCuffLine.Login(name, secret))),
                options.log(spec))) {
            options.run(spec, uri, line, written, clock);
        }
        return 0;
    }
}
