package io.maimen.gateway.config;

import io.maimen.driver.DriverOptions;
import io.maimen.gateway.config.GatewayConfig.BluetoothAccess;
import io.maimen.gateway.config.GatewayConfig.BrokerLogin;
import io.maimen.gateway.config.GatewayConfig.CoapEndpoint;
import io.maimen.gateway.config.GatewayConfig.Endpoint;
import io.maimen.gateway.config.GatewayConfig.OutboxLimits;
import io.maimen.gateway.config.GatewayConfig.Server;
import io.maimen.gateway.config.GatewayConfig.Site;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a gateway's YAML file; docs/gateway.md is its contract. Confined to one thread. */
public final class ConfigReader {
    private static final Kind<Integer> PORT = Kind.integer(0, 65_535);
    private static final Kind<Long> SEGMENT_BYTES = Kind.longInteger(64L << 10, 1L << 30);
    private static final Kind<Long> QUOTA_BYTES = Kind.longInteger(1L << 20, 1L << 50);
    private static final String LOCAL = "127.0.0.1";

    private final Set<String> drivers;
    private final Kind<String> option;
    private final Problems problems = new Problems();

    private ConfigReader(Set<String> drivers, Path directory) {
        this.drivers = drivers;
        option = Kind.textOrFile(directory);
    }

    /**
     * The configuration in a file.
     *
     * @param drivers the names that {@code driver:} may say
     * @throws ConfigException with every mistake found, not only the first
     */
    public static GatewayConfig read(Path file, Set<String> drivers) throws ConfigException {
        try {
            Path directory = file.toAbsolutePath().getParent();
            return parse(Files.readString(file, StandardCharsets.UTF_8), drivers, directory);
        } catch (IOException e) {
            throw new ConfigException(List.of("CFG-001 configuration must be a readable file in UTF-8 but " + file
                    + " was not (" + e.getClass().getSimpleName() + "); name it with --config FILE"));
        }
    }

    /** The same from a text, which names no other file but by its whole path. */
    public static GatewayConfig parse(String yaml, Set<String> drivers) throws ConfigException {
        return parse(yaml, drivers, Path.of("/"));
    }

    private static GatewayConfig parse(String yaml, Set<String> drivers, Path directory) throws ConfigException {
        ConfigReader reader = new ConfigReader(drivers, directory);
        Optional<GatewayConfig> config = reader.config(yaml);
        return config.orElseThrow(() -> new ConfigException(reader.problems.lines()));
    }

    private Optional<GatewayConfig> config(String yaml) {
        YamlNode tree = YamlTree.read(yaml, problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Section root = new Section("", tree, problems);
        Optional<Site> site = site(root.requiredSection("gateway"));
        Optional<Server> server = server(root.requiredSection("server"));
        Optional<Endpoint> mqtt = root.optionalSection("mqtt").flatMap(this::endpoint);
        BluetoothAccess bluetooth =
                bluetooth(root.optionalSection("bluetooth").orElseGet(() -> root.emptySection("bluetooth")));
        Optional<CoapEndpoint> coap = root.optionalSection("coap").flatMap(this::coap);
        Optional<BrokerLogin> broker = root.optionalSection("broker").flatMap(this::broker);
        OutboxLimits outbox = outbox(root.optionalSection("outbox").orElseGet(() -> root.emptySection("outbox")));
        Set<Object> taken = new HashSet<>();
        ConnectionReader connections = ConnectionReader.offering(root);
        List<Optional<DeviceSettings>> devices = root.sections("devices").stream()
                .map(section -> device(section, connections, taken))
                .toList();
        root.end();
        return built(() -> new GatewayConfig(
                site.orElseThrow(),
                server.orElseThrow(),
                mqtt,
                bluetooth,
                coap,
                broker,
                outbox,
                devices.stream().map(Optional::orElseThrow).toList()));
    }

    private Optional<Site> site(Section section) {
        Optional<GatewayId> id = section.required("id", Kind.GATEWAY);
        Optional<ZoneId> place = section.required("place", Kind.ZONE);
        Optional<Path> directory = section.required("directory", Kind.PATH);
        Optional<Endpoint> status = endpoint(section.requiredSection("status"));
        section.end();
        return built(
                () -> new Site(id.orElseThrow(), place.orElseThrow(), directory.orElseThrow(), status.orElseThrow()));
    }

    private Optional<Server> server(Section section) {
        Optional<URI> url = section.required("url", Kind.SERVER_URL);
        Optional<URI> enrolment = section.required("enrolment", Kind.ENROLMENT_URL);
        section.end();
        return built(() -> new Server(url.orElseThrow(), enrolment.orElseThrow()));
    }

    private Optional<Endpoint> endpoint(Section section) {
        String host = section.optional("host", Kind.TEXT, LOCAL);
        Optional<Integer> port = section.required("port", PORT);
        section.end();
        return built(() -> new Endpoint(host, port.orElseThrow()));
    }

    private static BluetoothAccess bluetooth(Section section) {
        String bus = section.optional("address", Kind.TEXT, BluetoothAccess.STANDARD.bus());
        String adapter = section.optional("adapter", Kind.TEXT, BluetoothAccess.STANDARD.adapter());
        section.end();
        return new BluetoothAccess(bus, adapter);
    }

    private Optional<CoapEndpoint> coap(Section section) {
        String host = section.optional("host", Kind.TEXT, LOCAL);
        Optional<Integer> port = section.required("port", PORT);
        Optional<Integer> securePort = section.optional("securePort", PORT);
        section.end();
        return built(() -> new CoapEndpoint(
                new Endpoint(host, port.orElseThrow()), securePort.map(number -> new Endpoint(host, number))));
    }

    private Optional<BrokerLogin> broker(Section section) {
        Optional<URI> url = section.required("url", Kind.SERVER_URL);
        Optional<String> username = section.optional("username", Kind.TEXT);
        Optional<Secret> password = section.optional("password", Kind.SECRET);
        section.end();
        return built(() -> new BrokerLogin(url.orElseThrow(), username, password));
    }

    private OutboxLimits outbox(Section section) {
        long segmentBytes = section.optional("segmentBytes", SEGMENT_BYTES, OutboxLimits.STANDARD.segmentBytes());
        long quotaBytes = section.optional("quotaBytes", QUOTA_BYTES, OutboxLimits.STANDARD.quotaBytes());
        section.end();
        return new OutboxLimits(segmentBytes, quotaBytes);
    }

    private Optional<DeviceSettings> device(Section section, ConnectionReader connections, Set<Object> taken) {
        Optional<DeviceId> id = section.required("id", Kind.DEVICE);
        if (id.isPresent() && !taken.add(id.get())) {
            section.refuse("CFG-006", "id", "name a device once", "an id no other device of the file has");
        }
        Optional<String> driver = section.required("driver", Kind.oneOf(drivers));
        Optional<DeviceSettings.Connection> connection = connections.read(section, id, driver);
        connection.map(ConnectionReader::owned).orElse(Map.of()).entrySet().stream()
                .filter(owned -> !taken.add(owned))
                .forEach(owned -> section.refuse(
                        "CFG-006", owned.getKey(), "name one device", "a value no other device of the file has"));
        DriverOptions options = section.optionalSection("options")
                .map(inner -> new DriverOptions(inner.texts(option)))
                .orElse(DriverOptions.NONE);
        Optional<Duration> silentAfter = section.optional("silentAfter", Kind.DURATION);
        section.end();
        return built(() -> new DeviceSettings(
                id.orElseThrow(), driver.orElseThrow(), connection.orElseThrow(), options, silentAfter));
    }

    /** Any problem means no configuration, so nothing is built from halves. */
    private <T> Optional<T> built(Supplier<T> parts) {
        return problems.isEmpty() ? Optional.of(parts.get()) : Optional.empty();
    }
}
