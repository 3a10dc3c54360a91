package io.maimen.gateway.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.config.GatewayConfig.BluetoothAccess;
import io.maimen.gateway.config.GatewayConfig.CoapEndpoint;
import io.maimen.gateway.config.GatewayConfig.Endpoint;
import io.maimen.gateway.config.GatewayConfig.OutboxLimits;
import io.maimen.gateway.connect.serial.LineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of docs/gateway.md says what the program does, or this fails. */
class SettingsTableTest {
    private static final Set<String> DRIVERS = Set.of("astm");
    private static final Pattern ROW =
            Pattern.compile("^\\| ([a-z][A-Za-z.\\[\\]]+) \\|[^|]*\\|[^|]*\\| ([^|]*?) \\|.*$");
    private static final Pattern UNKNOWN = Pattern.compile("^CFG-003 (.*)bogus \\(line .*accepted: (.*)$");
    private static final Set<String> SECTIONS = Set.of("gateway.status");

    private static Map<String, String> documented() throws IOException {
        Path home = Path.of(System.getProperty("maimen.home", ".."));
        Map<String, String> defaults = new TreeMap<>();
        for (String line : Files.readAllLines(home.resolve("docs/gateway.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && row.group(1).contains(".")) {
                defaults.put(row.group(1), row.group(2));
            }
        }
        return defaults;
    }

    /** A key that nobody knows, in every section, makes the program list all it knows. */
    @Test
    void theTableNamesEverySettingAndNoOther() throws IOException {
        ConfigException refused = assertThrows(ConfigException.class, () -> ConfigReader.parse("""
                        gateway: { bogus: 1, status: { bogus: 1 } }
                        server: { bogus: 1 }
                        mqtt: { bogus: 1 }
                        coap: { bogus: 1 }
                        broker: { bogus: 1 }
                        bluetooth: { bogus: 1 }
                        outbox: { bogus: 1 }
                        devices:
                          - { connection: serial, bogus: 1 }
                          - { connection: mqtt, bogus: 1 }
                          - { connection: bluetooth, bogus: 1 }
                          - { connection: coap, bogus: 1 }
                          - { connection: broker, bogus: 1 }
                          - { connection: tcp, bogus: 1 }
                          - { connection: folder, bogus: 1 }
                        """, DRIVERS));
        Set<String> known = new TreeSet<>();
        for (String problem : refused.problems()) {
            Matcher unknown = UNKNOWN.matcher(problem);
            if (unknown.matches()) {
                String section = unknown.group(1).replaceAll("\\[\\d]", "[]");
                for (String key : unknown.group(2).split(", ", -1)) {
                    known.add(section + key);
                }
            }
        }
        known.removeAll(SECTIONS);
        assertEquals(known, documented().keySet());
    }

    @Test
    void theTableGivesTheTrueDefaults() throws Exception {
        Map<String, String> documented = documented();
        GatewayConfig config = ConfigReader.parse("""
                gateway: { id: g, place: UTC, directory: /d, status: { port: 0 } }
                server: { url: "ssl://h:1", enrolment: "https://h:2" }
                mqtt: { port: 0 }
                devices:
                  - { id: "serial:A", driver: astm, connection: serial, port: /dev/x }
                  - { id: "serial:NUMBER", driver: astm, connection: mqtt, username: u, password: p }
                  - { id: "eui64:0000000000000001", driver: astm, connection: coap, path: elsewhere }
                coap: { port: 0 }
                """, DRIVERS);
        assertEquals(
                documented.get("gateway.status.host"), config.gateway().status().host());
        assertEquals(Optional.of(new Endpoint(documented.get("mqtt.host"), 0)), config.mqtt());
        assertEquals(
                new BluetoothAccess(documented.get("bluetooth.address"), documented.get("bluetooth.adapter")),
                config.bluetooth());
        assertEquals(
                new OutboxLimits(
                        Long.parseLong(documented.get("outbox.segmentBytes")),
                        Long.parseLong(documented.get("outbox.quotaBytes"))),
                config.outbox());
        assertEquals("none", documented.get("coap.securePort"));
        assertEquals(
                Optional.of(new CoapEndpoint(new Endpoint(documented.get("coap.host"), 0), Optional.empty())),
                config.coap());
        assertEquals(Optional.empty(), config.broker());
        DeviceSettings serial = config.devices().get(0);
        int baud = Integer.parseInt(documented.get("devices[].baud"));
        assertEquals(new DeviceSettings.Serial("/dev/x", LineSettings.plain(baud)), serial.connection());
        assertEquals("none", documented.get("devices[].parity"));
        assertEquals("1", documented.get("devices[].stopBits"));
        assertEquals("none", documented.get("devices[].silentAfter"));
        assertEquals(Optional.empty(), serial.silentAfter());
        assertEquals("none", documented.get("devices[].options"));
        assertTrue(serial.options().values().isEmpty());
        assertEquals(
                new DeviceSettings.Mqtt(
                        "u",
                        new Secret("p"),
                        documented.get("devices[].topicPrefix").replace("DRIVER", "astm")),
                config.devices().get(1).connection());
    }

    @Test
    void whatTheTableCallsRequiredIsMissed() throws IOException {
        ConfigException refused = assertThrows(
                ConfigException.class,
                () -> ConfigReader.parse(
                        "mqtt: {}\ncoap: {}\nbroker: {}\ndevices: [ { connection: serial }, { connection: mqtt },"
                                + " { connection: bluetooth }, { connection: coap }, { connection: broker },"
                                + " { connection: folder }, {} ]",
                        DRIVERS));
        String all = String.join("\n", refused.problems()).replaceAll("\\[\\d]", "[]");
        documented()
                .forEach((setting, standard) -> assertEquals(
                        standard.equals("required"),
                        all.contains("CFG-004 " + setting + " "),
                        setting + " in\n" + all));
    }
}
