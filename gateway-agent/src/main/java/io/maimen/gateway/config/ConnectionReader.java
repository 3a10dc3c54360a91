package io.maimen.gateway.config;

import io.maimen.gateway.config.DeviceSettings.Bluetooth;
import io.maimen.gateway.config.DeviceSettings.Broker;
import io.maimen.gateway.config.DeviceSettings.Coap;
import io.maimen.gateway.config.DeviceSettings.Connection;
import io.maimen.gateway.config.DeviceSettings.Folder;
import io.maimen.gateway.config.DeviceSettings.Hid;
import io.maimen.gateway.config.DeviceSettings.Mqtt;
import io.maimen.gateway.config.DeviceSettings.Psk;
import io.maimen.gateway.config.DeviceSettings.Serial;
import io.maimen.gateway.config.DeviceSettings.TcpCall;
import io.maimen.gateway.config.DeviceSettings.TcpListen;
import io.maimen.gateway.connect.hid.HidAddress;
import io.maimen.gateway.connect.serial.LineSettings;
import io.maimen.gateway.connect.serial.LineSettings.Parity;
import io.maimen.observation.device.DeviceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads how a device is reached. Confined to one thread.
 *
 * @param ways what the file's sections offer: {@code mqtt}, {@code coap}, {@code coaps}, {@code broker}
 */
record ConnectionReader(Set<String> ways) {
    ConnectionReader {
        ways = Set.copyOf(ways);
    }

    private static final Kind<Integer> BAUD = Kind.integer(300, 4_000_000);
    private static final Kind<Integer> PORT = Kind.integer(1, 65_535);
    private static final int STANDARD_BAUD = 9_600;
    private static final Kind<Parity> PARITY = new Kind<>(
            "none, even or odd",
            text -> Parity.valueOf(Kind.oneOf(Set.of("none", "even", "odd"))
                    .parse()
                    .apply(text)
                    .toUpperCase(Locale.ROOT)));
    private static final Kind<Integer> STOP_BITS = Kind.integer(1, 2);
    private static final Kind<String> CONNECTION =
            Kind.oneOf(Set.of("serial", "tcp", "mqtt", "bluetooth", "coap", "broker", "folder", "hid"));
    private static final Kind<Integer> FILE_BYTES = Kind.integer(1, 16 << 20);
    private static final int STANDARD_FILE_BYTES = 4 << 20;
    private static final Kind<HidAddress.Usb> USB =
            new Kind<>("VENDOR:PRODUCT such as 0483:5750, in quotes", HidAddress.Usb::parse);
    private static final Duration STANDARD_SETTLE = Duration.ofSeconds(2);

    /** With the ways that a file's sections open. */
    static ConnectionReader offering(Section root) {
        Set<String> ways = Stream.of("mqtt", "coap", "broker").filter(root::has).collect(Collectors.toSet());
        root.optionalSection("coap").filter(coap -> coap.has("securePort")).ifPresent(coap -> ways.add("coaps"));
        return new ConnectionReader(ways);
    }

    Optional<Connection> read(Section section, Optional<DeviceId> id, Optional<String> driver) {
        String number = id.map(DeviceId::value).orElse("");
        Optional<String> kind = section.required("connection", CONNECTION);
        if (kind.isEmpty()) {
            // Without a kind nobody can say which of these is wrong.
            section.alsoKnown(
                    "port",
                    "baud",
                    "parity",
                    "stopBits",
                    "username",
                    "password",
                    "topicPrefix",
                    "address",
                    "path",
                    "identity",
                    "key",
                    "topic",
                    "host",
                    "listen",
                    "peer",
                    "directory",
                    "files",
                    "settle",
                    "maxBytes",
                    "device",
                    "usb",
                    "socket");
            return Optional.empty();
        }
        return switch (kind.get()) {
            case "serial" -> serial(section);
            case "tcp" -> tcp(section);
            case "bluetooth" ->
                section.required("address", Kind.BLUETOOTH_ADDRESS).map(Bluetooth::new);
            case "mqtt" -> mqtt(section, tree(driver) + "/" + number + "/");
            case "coap" -> coap(section, tree(driver) + "/" + number);
            case "folder" -> folder(section);
            case "hid" -> hid(section);
            default -> broker(section);
        };
    }

    /** Where a device's topics and resources stand by custom; the patch had its own before there was one. */
    private static String tree(Optional<String> driver) {
        return driver.map(name -> name.equals("ecg-patch") ? "ecg/v1" : name).orElse("");
    }

    private static Optional<Connection> serial(Section section) {
        Optional<String> port = section.required("port", Kind.TEXT);
        int baud = section.optional("baud", BAUD, STANDARD_BAUD);
        Parity parity = section.optional("parity", PARITY, Parity.NONE);
        int stopBits = section.optional("stopBits", STOP_BITS, 1);
        return port.map(file -> new Serial(file, new LineSettings(baud, parity, stopBits)));
    }

    /** We call {@code host}, or {@code listen} at an address of ours: one of the two. */
    private static Optional<Connection> tcp(Section section) {
        Optional<String> host = section.optional("host", Kind.TEXT);
        Optional<String> listen = section.optional("listen", Kind.TEXT);
        Optional<Integer> port = section.required("port", PORT);
        Optional<String> peer = section.optional("peer", Kind.TEXT);
        if (host.isPresent() == listen.isPresent()) {
            section.refuse(
                    "CFG-004",
                    "host",
                    "be set where the device waits for us, and listen where it calls us",
                    "either host: ADDRESS or listen: ADDRESS");
            return Optional.empty();
        }
        return port.map(number -> host.<Connection>map(address -> new TcpCall(address, number))
                .orElseGet(() -> new TcpListen(listen.orElseThrow(), number, peer)));
    }

    private Optional<Connection> mqtt(Section section, String standardTopics) {
        Optional<String> username = section.required("username", Kind.TEXT);
        Optional<Secret> password = section.required("password", Kind.SECRET);
        String topics = section.optional("topicPrefix", Kind.TEXT, standardTopics);
        requireWay(section, "mqtt", "section mqtt at the top of the file", "mqtt: { host: HOST, port: PORT }");
        return username.flatMap(user -> password.map(secret -> new Mqtt(user, secret, topics)));
    }

    private Optional<Connection> coap(Section section, String standardPath) {
        String path = section.optional("path", Kind.COAP_PATH, standardPath);
        Optional<String> identity = section.optional("identity", Kind.TEXT);
        Optional<Secret> key = section.optional("key", Kind.SECRET);
        requireWay(section, "coap", "section coap at the top of the file", "coap: { host: HOST, port: PORT }");
        if (identity.isPresent() != key.isPresent()) {
            String missing = key.isPresent() ? "identity" : "key";
            section.refuse("CFG-004", missing, "be set together with the other", "both identity and key, or neither");
        } else if (key.isPresent()) {
            requireWay(section, "coaps", "securePort in section coap", "coap: { port: PORT, securePort: PORT }");
        }
        return Optional.of(new Coap(path, identity.flatMap(name -> key.map(secret -> new Psk(name, secret)))));
    }

    private static Optional<Connection> folder(Section section) {
        Optional<Path> directory = section.required("directory", Kind.PATH);
        String files = section.optional("files", Kind.GLOB, "*");
        Duration settle = section.optional("settle", Kind.DURATION, STANDARD_SETTLE);
        int maxBytes = section.optional("maxBytes", FILE_BYTES, STANDARD_FILE_BYTES);
        return directory.map(path -> new Folder(path, files, settle, maxBytes));
    }

    private static Optional<Connection> hid(Section section) {
        Optional<HidAddress> file = section.optional("device", Kind.PATH).map(HidAddress.DeviceFile::new);
        Optional<HidAddress> usb = section.optional("usb", USB).map(numbers -> numbers);
        Optional<HidAddress> socket = section.optional("socket", Kind.PATH).map(HidAddress.Virtual::new);
        if (Stream.of("device", "usb", "socket").filter(section::has).count() != 1) {
            section.refuse(
                    "CFG-004",
                    "usb",
                    "be set, or device or socket instead of it",
                    "one of usb: VENDOR:PRODUCT, device: /dev/hidrawN, socket: PATH");
            return Optional.empty();
        }
        return file.or(() -> usb).or(() -> socket).map(Hid::new);
    }

    private Optional<Connection> broker(Section section) {
        Optional<String> topic = section.required("topic", Kind.TEXT);
        requireWay(section, "broker", "section broker at the top of the file", "broker: { url: tcp://HOST:PORT }");
        return topic.map(Broker::new);
    }

    private void requireWay(Section section, String way, String need, String accepted) {
        if (!ways.contains(way)) {
            section.refuse("CFG-007", "connection", "have a " + need, accepted);
        }
    }

    /** What two devices cannot share, by its key. */
    static Map<String, String> owned(Connection way) {
        if (way instanceof Serial serial) {
            return Map.of("port", serial.port());
        }
        if (way instanceof TcpCall called) {
            return Map.of("host", called.host() + ":" + called.port());
        }
        if (way instanceof TcpListen awaited) {
            return Map.of("port", Integer.toString(awaited.port()));
        }
        if (way instanceof Mqtt mqtt) {
            return Map.of("username", mqtt.username());
        }
        if (way instanceof Bluetooth bluetooth) {
            return Map.of("address", bluetooth.address());
        }
        if (way instanceof Coap coap) {
            return coap.psk()
                    .map(psk -> Map.of("path", coap.path(), "identity", psk.identity()))
                    .orElseGet(() -> Map.of("path", coap.path()));
        }
        if (way instanceof Folder folder) {
            return Map.of(
                    "directory", folder.directory().toAbsolutePath().normalize().toString());
        }
        if (way instanceof Hid hid) {
            return Map.of("usb", hid.address().toString());
        }
        return Map.of("topic", ((Broker) way).topic());
    }
}
