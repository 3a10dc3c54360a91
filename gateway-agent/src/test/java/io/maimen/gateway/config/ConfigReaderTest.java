package io.maimen.gateway.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.config.GatewayConfig.Endpoint;
import io.maimen.gateway.connect.hid.HidAddress;
import io.maimen.gateway.connect.serial.LineSettings;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    private static final Set<String> DRIVERS = Set.of("astm", "ecg-patch");
    private static final String WHOLE = """
            gateway: { id: clinic-demo, place: Asia/Shanghai, directory: /var/maimen, status: {host: 0.0.0.0, port: 18081} }
            server: { url: "ssl://127.0.0.1:18830", enrolment: "https://127.0.0.1:18080" }
            mqtt: { host: 10.0.0.1, port: 18840 }
            outbox: { segmentBytes: 1048576, quotaBytes: 33554432 }
            devices:
              - { id: "serial:AN-0001", driver: astm, connection: serial, port: /dev/ttyS0, baud: 19200, parity: odd, options: {codes.GLU: "mdc:160184"} }
              - { id: "serial:ECG-0001", driver: ecg-patch, connection: mqtt, username: ECG-0001, password: "p", silentAfter: PT1M }
            """;

    private static List<String> problems(String yaml) {
        return assertThrows(ConfigException.class, () -> ConfigReader.parse(yaml, DRIVERS))
                .problems();
    }

    @Test
    void everySettingArrives() throws ConfigException {
        GatewayConfig config = ConfigReader.parse(WHOLE, DRIVERS);
        assertEquals(
                new GatewayConfig.Site(
                        new GatewayId("clinic-demo"),
                        ZoneId.of("Asia/Shanghai"),
                        Path.of("/var/maimen"),
                        new Endpoint("0.0.0.0", 18081)),
                config.gateway());
        assertEquals("https://127.0.0.1:18080", config.server().enrolment().toString());
        assertEquals(Optional.of(new Endpoint("10.0.0.1", 18840)), config.mqtt());
        assertEquals(new GatewayConfig.OutboxLimits(1 << 20, 32 << 20), config.outbox());
        DeviceSettings analyser = config.devices().get(0);
        assertEquals(DeviceId.serial("AN-0001"), analyser.id());
        assertEquals(
                new DeviceSettings.Serial("/dev/ttyS0", new LineSettings(19_200, LineSettings.Parity.ODD, 1)),
                analyser.connection());
        assertEquals(Map.of("codes.GLU", "mdc:160184"), analyser.options().values());
        DeviceSettings patch = config.devices().get(1);
        assertEquals(new DeviceSettings.Mqtt("ECG-0001", new Secret("p"), "ecg/v1/ECG-0001/"), patch.connection());
        assertEquals(Optional.of(Duration.ofMinutes(1)), patch.silentAfter());
    }

    @Test
    void everyMistakeIsReportedAtOnceWithItsLine() {
        String yaml = """
                gateway:
                  id: Clinic Demo
                  place: Asia/Nowhere
                  status: { port: eighty }
                server: { url: "http://x", enrolment: "" }
                outbox: { quotaBytes: 5 }
                devices:
                  - { id: AN-0001, driver: asmt, connection: serial, prot: /dev/ttyS0 }
                colour: green
                """;
        assertEquals(
                List.of(
                        "CFG-005 gateway.id (line 2)",
                        "CFG-005 gateway.place (line 3)",
                        "CFG-004 gateway.directory (line 2)",
                        "CFG-005 gateway.status.port (line 4)",
                        "CFG-005 server.url (line 5)",
                        "CFG-005 server.enrolment (line 5)",
                        "CFG-005 outbox.quotaBytes (line 6)",
                        "CFG-005 devices[0].id (line 8)",
                        "CFG-005 devices[0].driver (line 8)",
                        "CFG-004 devices[0].port (line 8)",
                        "CFG-003 devices[0].prot (line 8)",
                        "CFG-003 colour (line 9)"),
                problems(yaml).stream()
                        .map(line -> line.substring(0, line.indexOf(')') + 1))
                        .toList());
    }

    @Test
    void aMistakeSaysWhatMustHoldWhatWasThereAndWhatIsAccepted() {
        assertEquals(
                List.of("CFG-005 devices[0].driver (line 6) must be astm, ecg-patch but was 'asmt'; "
                        + "accepted: astm, ecg-patch"),
                problems(WHOLE.replace("driver: astm", "driver: asmt")));
        assertEquals(
                List.of("CFG-003 devices[0].party (line 6) must be a known setting but was 'party'; "
                        + "accepted: baud, connection, driver, id, options, parity, port, silentAfter, stopBits"),
                problems(WHOLE.replace("parity: odd", "party: odd")));
        assertEquals(
                List.of("CFG-005 devices[0].parity (line 6) must be none, even or odd but was 'uneven'; "
                        + "accepted: none, even or odd"),
                problems(WHOLE.replace("parity: odd", "parity: uneven")));
    }

    @Test
    void anOptionMayStandInAFileBesideTheConfiguration(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("glucose.txt"), "mdc:160184");
        Path file = directory.resolve("gateway.yaml");
        Files.writeString(file, WHOLE.replace("\"mdc:160184\"", "\"file:glucose.txt\""));
        assertEquals(
                Map.of("codes.GLU", "mdc:160184"),
                ConfigReader.read(file, DRIVERS).devices().get(0).options().values());
        Files.delete(directory.resolve("glucose.txt"));
        String problem = assertThrows(ConfigException.class, () -> ConfigReader.read(file, DRIVERS))
                .problems()
                .get(0);
        assertTrue(problem.startsWith("CFG-005 devices[0].options.codes.GLU (line 6) must be a text"), problem);
    }

    @Test
    void topicsAndResourcesStandUnderTheDriversName() throws Exception {
        String mapped = WHOLE.replace("driver: ecg-patch", "driver: mapped");
        DeviceSettings device =
                ConfigReader.parse(mapped, Set.of("astm", "mapped")).devices().get(1);
        assertEquals("mapped/ECG-0001/", ((DeviceSettings.Mqtt) device.connection()).topicPrefix());
    }

    @Test
    void twoDevicesCannotShareANameAPortOrALogin() {
        String twice = WHOLE.replace("serial:ECG-0001", "serial:AN-0001");
        assertEquals(
                List.of("CFG-006 devices[1].id (line 7) must name a device once but was 'serial:AN-0001'; "
                        + "accepted: an id no other device of the file has"),
                problems(twice));
        String samePort = WHOLE.replace(
                "connection: mqtt, username: ECG-0001, password: \"p\"", "connection: serial, port: /dev/ttyS0");
        assertEquals(
                List.of("CFG-006 devices[1].port (line 7) must name one device but was '/dev/ttyS0'; "
                        + "accepted: a value no other device of the file has"),
                problems(samePort));
    }

    @Test
    void aFolderIsOneDevicesOwn() throws Exception {
        String line = "connection: mqtt, username: ECG-0001, password: \"p\"";
        assertEquals(
                new DeviceSettings.Folder(Path.of("/srv/cart"), "*.scp", Duration.ofSeconds(5), 1_000_000),
                second(
                        WHOLE.replace(
                                line,
                                "connection: folder, directory: /srv/cart, files: \"*.scp\", settle: PT5S, maxBytes: 1000000")));
        assertEquals(
                new DeviceSettings.Folder(Path.of("/srv/cart"), "*", Duration.ofSeconds(2), 4 << 20),
                second(WHOLE.replace(line, "connection: folder, directory: /srv/cart")));
        assertEquals(1, problems(WHOLE.replace(line, "connection: folder")).size(), "without a directory");
        assertEquals(
                1,
                problems(WHOLE.replace(line, "connection: folder, directory: /srv/cart, files: \"[\""))
                        .size(),
                "a pattern that is none");
    }

    @Test
    void aHidDeviceIsNamedByItsNumbersOrItsFileOrItsSocket() throws Exception {
        String line = "connection: mqtt, username: ECG-0001, password: \"p\"";
        assertEquals(
                new DeviceSettings.Hid(new HidAddress.Usb(0x0483, 0x5750)),
                second(WHOLE.replace(line, "connection: hid, usb: \"0483:5750\"")));
        assertEquals(
                new DeviceSettings.Hid(new HidAddress.DeviceFile(Path.of("/dev/hidraw0"))),
                second(WHOLE.replace(line, "connection: hid, device: /dev/hidraw0")));
        assertEquals(
                new DeviceSettings.Hid(new HidAddress.Virtual(Path.of("/run/cuff.hid"))),
                second(WHOLE.replace(line, "connection: hid, socket: /run/cuff.hid")));
        for (String wrong : List.of("", ", usb: cuff", ", usb: \"0483:5750\", device: /dev/hidraw0")) {
            assertEquals(
                    1, problems(WHOLE.replace(line, "connection: hid" + wrong)).size(), wrong);
        }
    }

    @Test
    void aTcpDeviceIsCalledOrCallsUs() throws Exception {
        String line = "connection: mqtt, username: ECG-0001, password: \"p\"";
        assertEquals(
                new DeviceSettings.TcpCall("10.0.0.7", 4001),
                second(WHOLE.replace(line, "connection: tcp, host: 10.0.0.7, port: 4001")));
        assertEquals(
                new DeviceSettings.TcpListen("0.0.0.0", 2575, Optional.of("10.0.0.9")),
                second(WHOLE.replace(line, "connection: tcp, listen: 0.0.0.0, port: 2575, peer: 10.0.0.9")));
        assertEquals(
                1, problems(WHOLE.replace(line, "connection: tcp, port: 2575")).size(), "neither");
        assertEquals(
                1,
                problems(WHOLE.replace(line, "connection: tcp, host: a, listen: b, port: 2575"))
                        .size(),
                "both");
    }

    private static DeviceSettings.Connection second(String file) throws ConfigException {
        return ConfigReader.parse(file, DRIVERS).devices().get(1).connection();
    }

    @Test
    void anMqttDeviceNeedsTheEndpoint() {
        assertEquals(
                List.of("CFG-007 devices[1].connection (line 7) must have a section mqtt at the top of the file "
                        + "but was 'mqtt'; accepted: mqtt: { host: HOST, port: PORT }"),
                problems(WHOLE.replaceAll("(?m)^mqtt: .*$", "# none")));
    }

    @Test
    void whatIsNoYamlSaysWhere() {
        List<String> problems = problems("gateway: { id: x\nserver: ]");
        assertEquals(1, problems.size(), problems.toString());
        assertEquals("CFG-002 file (line 2) must be YAML", problems.get(0).substring(0, 34));
    }

    @Test
    void aKeySetTwiceIsNotResolvedByGuessing() {
        assertEquals(
                List.of("CFG-006 outbox (line 4) must be set once but was set twice; accepted: one value"),
                problems(WHOLE.replaceAll("(?m)^mqtt: .*$", "outbox: {}")
                        .replace("connection: mqtt", "connection: serial")));
    }

    @Test
    void aMissingFileSaysHowToNameOne() {
        ConfigException missing =
                assertThrows(ConfigException.class, () -> ConfigReader.read(Path.of("/no/such/file"), DRIVERS));
        assertEquals(
                List.of("CFG-001 configuration must be a readable file in UTF-8 but /no/such/file was not "
                        + "(NoSuchFileException); name it with --config FILE"),
                missing.problems());
    }

    @Test
    void secretsStayOutOfTexts() throws ConfigException {
        String text = ConfigReader.parse(WHOLE, DRIVERS).toString();
        assertFalse(text.contains("t0ken"), text);
    }
}
