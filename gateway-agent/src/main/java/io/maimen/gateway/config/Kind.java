package io.maimen.gateway.config;

import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of value.
 *
 * @param accepted in a person's words
 * @param parse the value of a text; throws a {@link RuntimeException} where it is none
 */
record Kind<T>(String accepted, Function<String, T> parse) {
    private static final String FILE = "file:";
    private static final int MOST_FILE_BYTES = 1 << 16;

    static final Kind<String> TEXT = new Kind<>("a text, not empty", Kind::notEmpty);
    static final Kind<Secret> SECRET = new Kind<>("a text, not empty", text -> new Secret(notEmpty(text)));
    static final Kind<GatewayId> GATEWAY =
            new Kind<>("lower-case letters, digits and -, 1 to 63 characters", GatewayId::new);
    static final Kind<DeviceId> DEVICE = new Kind<>("serial:NUMBER or eui64:16 lower-case hex digits", DeviceId::parse);
    static final Kind<ZoneId> ZONE = new Kind<>("a time zone such as Asia/Shanghai", ZoneId::of);
    /** A CoAP server compares paths without their first slash. */
    static final Kind<String> COAP_PATH =
            new Kind<>("a path such as senml/CP-0001, without a slash at its ends", Kind::inside);

    static final Kind<Path> PATH = new Kind<>("a path", text -> Path.of(notEmpty(text)));
    static final Kind<String> GLOB = new Kind<>("a pattern of file names such as *.scp", Kind::glob);
    static final Kind<Duration> DURATION =
            new Kind<>("an ISO-8601 duration above zero such as PT5M", Kind::positiveDuration);
    static final Kind<URI> SERVER_URL = new Kind<>("ssl://HOST:PORT", text -> url(text, "ssl"));
    static final Kind<URI> ENROLMENT_URL = new Kind<>("https://HOST:PORT", text -> url(text, "https"));

    static final Kind<String> BLUETOOTH_ADDRESS =
            new Kind<>("a Bluetooth address such as AA:BB:CC:DD:EE:FF", Kind::bluetoothAddress);

    /** A text as it stands, or by {@code file:PATH} that of a file; a path that is not absolute begins at {@code directory}. */
    static Kind<String> textOrFile(Path directory) {
        return new Kind<>(
                "a text, not empty, or file:PATH of a text in UTF-8 of at most " + MOST_FILE_BYTES + " bytes",
                text -> notEmpty(
                        text.startsWith(FILE) ? file(directory.resolve(text.substring(FILE.length()))) : text));
    }

    private static String file(Path path) {
        try {
            require(Files.size(path) <= MOST_FILE_BYTES);
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Kind<Integer> integer(int from, int to) {
        Kind<Long> wide = longInteger(from, to);
        return new Kind<>(wide.accepted(), text -> wide.parse().apply(text).intValue());
    }

    static Kind<Long> longInteger(long from, long to) {
        return new Kind<>("a whole number from " + from + " to " + to, text -> within(Long.parseLong(text), from, to));
    }

    static Kind<String> oneOf(Collection<String> names) {
        return new Kind<>(names.stream().sorted().collect(Collectors.joining(", ")), text -> {
            require(names.contains(text));
            return text;
        });
    }

    private static String notEmpty(String text) {
        require(!text.isBlank());
        return text;
    }

    private static String glob(String text) {
        require(!text.isBlank() && !text.contains("/"));
        Path.of("").getFileSystem().getPathMatcher("glob:" + text);
        return text;
    }

    private static String inside(String path) {
        require(!path.isBlank() && !path.startsWith("/") && !path.endsWith("/"));
        return path;
    }

    private static long within(long value, long from, long to) {
        require(value >= from && value <= to);
        return value;
    }

    private static Duration positiveDuration(String text) {
        Duration duration = Duration.parse(text);
        require(!duration.isNegative() && !duration.isZero());
        return duration;
    }

    private static URI url(String text, String scheme) {
        URI url = URI.create(text);
        require(scheme.equals(url.getScheme()));
        require(url.getHost() != null && url.getPort() > 0 && url.getPort() <= 65_535);
        return url;
    }

    private static String bluetoothAddress(String text) {
        require(text.matches("([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}"));
        return text.toUpperCase(Locale.ROOT);
    }

    private static void require(boolean accepted) {
        if (!accepted) {
            throw new IllegalArgumentException("not accepted");
        }
    }
}
