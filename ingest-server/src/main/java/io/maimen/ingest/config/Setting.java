package io.maimen.ingest.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every setting there is, in one table: docs/server.md is checked against it. */
public enum Setting {
    DIRECTORY("server.directory", "path", Optional.empty(), "a directory this user may write; made when missing"),
    HTTP_HOST("server.http.host", "host", Optional.of("127.0.0.1"), "an address or name of this machine"),
    HTTP_PORT("server.http.port", "port", Optional.of("18080"), "0 (choose a free one) to 65535"),
    MQTT_HOST("server.mqtt.host", "host", Optional.of("127.0.0.1"), "an address or name of this machine"),
    MQTT_PORT("server.mqtt.port", "port", Optional.of("18830"), "0 (choose a free one) to 65535"),
    MIN_FREE_BYTES("server.minFreeBytes", "bytes", Optional.of("67108864"), "0 to 1099511627776"),
    LOG_SEGMENT_BYTES("server.logSegmentBytes", "bytes", Optional.of("67108864"), "65536 to 1073741824"),
    SESSION_IDLE_MINUTES("server.sessionIdleMinutes", "minutes", Optional.of("720"), "1 to 10080"),
    SESSION_HOURS("server.sessionHours", "hours", Optional.of("12"), "1 to 168"),
    NAMES("server.names", "list of hosts", Optional.of("[]"), "a list of host names and addresses"),
    CERTIFICATE_LIFE("server.certificateLife", "duration", Optional.of("P90D"), "an ISO 8601 duration, PT1S to P825D"),
    RULE_PACK("rules.pack", "path", Optional.of("the shipped pack"), "a rule pack file");

    private final String path;
    private final String unit;
    private final Optional<String> defaultValue;
    private final String accepted;

    Setting(String path, String unit, Optional<String> defaultValue, String accepted) {
        this.path = path;
        this.unit = unit;
        this.defaultValue = defaultValue;
        this.accepted = accepted;
    }

    /** Where it stands in the file, {@code []} for every item of a list. */
    public String path() {
        return path;
    }

    /** What is counted, or what kind of text it is. */
    public String unit() {
        return unit;
    }

    /** Empty when the setting must be given. */
    public Optional<String> defaultValue() {
        return defaultValue;
    }

    /** What is accepted, for people. */
    public String accepted() {
        return accepted;
    }

    /** The names a mapping may hold, for instance {@code directory, http, mqtt} under {@code server}. */
    static String fieldsOf(String parent) {
        String prefix = parent.isEmpty() ? "" : parent + ".";
        return Arrays.stream(values())
                .map(Setting::path)
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()).split("[.\\[]", 2)[0])
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
