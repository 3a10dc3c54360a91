package io.maimen.simulator.clinic;

import io.maimen.simulator.clinic.Ports.SitePorts;
import io.maimen.simulator.clinic.SimulatedDevice.Analyser;
import io.maimen.simulator.clinic.SimulatedDevice.BluetoothCuff;
import io.maimen.simulator.clinic.SimulatedDevice.CoapCuff;
import io.maimen.simulator.clinic.SimulatedDevice.FamilyDevice;
import io.maimen.simulator.device.connect.PlacedDevice;
import io.maimen.simulator.device.connect.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory of one demonstration and the configuration written into it. Passwords are made anew for each.
 *
 * @param password of every MQTT device at its gateway
 */
record ClinicFiles(Path directory, Ports ports, String password) {
    private static final int KEY_LENGTH = 32;
    private static final int STAFF_PASSWORD_LENGTH = 12;

    static ClinicFiles in(Path directory, Ports ports) {
        return new ClinicFiles(directory, ports, secret());
    }

    Path serverConfiguration() {
        return directory.resolve("server.yaml");
    }

    Path gatewayConfiguration(Site site) {
        return directory.resolve(site.gateway() + ".yaml");
    }

    Path firstAdmin() {
        return directory.resolve("server/first-admin.txt");
    }

    /** What the server's certificate is signed by. */
    Path authority() {
        return directory.resolve("server/identity/ca.pem");
    }

    /** There once the gateway is enrolled. */
    Path certificate(Site site) {
        return directory.resolve(site.gateway()).resolve("identity/client.pem");
    }

    Path log(String program) {
        return directory.resolve(program + ".log");
    }

    Path journal(SimulatedDevice device) {
        return directory.resolve(device.serial() + ".jsonl");
    }

    Path terminal(SimulatedDevice device) {
        return directory.resolve(device.serial() + ".tty");
    }

    /** The socket of the bus that a Bluetooth device brings along. */
    Path bus(SimulatedDevice device) {
        return directory.resolve(device.serial() + ".bus");
    }

    /** The pre-shared key of a CoAP device, as text. */
    String key(SimulatedDevice device) {
        return sha256(password + device.serial()).substring(0, KEY_LENGTH);
    }

    /** Of those who care: short enough to be typed from the screen. */
    String staffPassword() {
        return sha256("staff" + password).substring(0, STAFF_PASSWORD_LENGTH);
    }

    void write(List<Site> sites) throws IOException {
        Files.createDirectories(directory.resolve("server"));
        Files.writeString(serverConfiguration(), server());
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            Files.createDirectories(directory.resolve(site.gateway()));
            Files.writeString(
                    gatewayConfiguration(site), gateway(site, ports.sites().get(i)));
        }
    }

    private String server() {
        return """
                server:
                  directory: "%s"
                  http: { host: 127.0.0.1, port: %d }
                  mqtt: { host: 127.0.0.1, port: %d }
                """.formatted(directory.resolve("server"), ports.serverHttp(), ports.serverMqtt());
    }

    private String gateway(Site site, SitePorts own) {
        return """
                gateway:
                  id: %s
                  place: Asia/Shanghai
                  directory: "%s"
                  status: { host: 127.0.0.1, port: %d }
                server: { url: "ssl://127.0.0.1:%d", enrolment: "%s" }
                mqtt: { host: 127.0.0.1, port: %d }
                %soutbox: { segmentBytes: 16777216, quotaBytes: 2147483648 }
                devices:
                %s
                """.formatted(
                        site.gateway(),
                        directory.resolve(site.gateway()),
                        own.status(),
                        ports.serverMqtt(),
                        ports.serverAddress(),
                        own.mqtt(),
                        doors(site, own),
                        Stream.concat(
                                        site.standardDevices().stream().map(this::device),
                                        placed(site, own).stream().map(each -> "  - " + each.configuration()))
                                .collect(Collectors.joining("\n")));
    }

    /** The devices of families at a site. */
    List<PlacedDevice> placed(Site site, SitePorts own) {
        return PlacedDevice.of(
                site.familyDevices().stream().map(FamilyDevice::family).toList(),
                new Places(directory, "127.0.0.1", own.tcp(), own.mqtt(), password));
    }

    /** The doors that only some devices need. */
    private String doors(Site site, SitePorts own) {
        StringBuilder doors = new StringBuilder();
        PlacedDevice.bluetooth(placed(site, own))
                .ifPresent(line -> doors.append(line).append('\n'));
        for (SimulatedDevice device : site.devices()) {
            if (device instanceof BluetoothCuff) {
                doors.append("bluetooth: { address: \"unix:path=" + bus(device) + "\", adapter: hci0 }\n");
            } else if (device instanceof CoapCuff) {
                doors.append(
                        "coap: { host: 127.0.0.1, port: " + own.coap() + ", securePort: " + own.coapSecure() + " }\n");
            }
        }
        return doors.toString();
    }

    private String device(SimulatedDevice device) {
        return "  - { id: \"" + device.id() + "\", " + connection(device) + " }";
    }

    private String connection(SimulatedDevice device) {
        if (device instanceof Analyser) {
            return "driver: astm, connection: serial, port: \"" + terminal(device) + "\"";
        }
        if (device instanceof BluetoothCuff cuff) {
            return "driver: blood-pressure, connection: bluetooth, address: \"" + cuff.address()
                    + "\", options: { simulated: true }";
        }
        if (device instanceof CoapCuff) {
            return "driver: senml, connection: coap, path: \"senml/" + device.serial() + "\", identity: "
                    + device.serial() + ", key: \"" + key(device) + "\", options: { simulated: true }";
        }
        return "driver: ecg-patch, connection: mqtt, username: \"" + device.serial() + "\", password: \"" + password
                + "\"";
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
