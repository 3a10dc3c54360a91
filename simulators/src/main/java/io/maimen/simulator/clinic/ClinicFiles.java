package io.maimen.simulator.clinic;

import io.maimen.simulator.clinic.SimulatedDevice.Analyser;
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

/**
 * The directory of one clinic and the configuration written into it. Passwords are made anew for each clinic.
 *
 * @param token of the gateway at the server
 * @param password of every MQTT device at the gateway
 */
record ClinicFiles(Path directory, Ports ports, String token, String password) {
    static final String GATEWAY = "clinic-demo";

    static ClinicFiles in(Path directory, Ports ports) {
        return new ClinicFiles(directory, ports, secret(), secret());
    }

    Path serverConfiguration() {
        return directory.resolve("server.yaml");
    }

    Path gatewayConfiguration() {
        return directory.resolve("gateway.yaml");
    }

    Path firstAdmin() {
        return directory.resolve("server/first-admin.txt");
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

    void write(List<SimulatedDevice> devices) throws IOException {
        Files.createDirectories(directory.resolve("server"));
        Files.createDirectories(directory.resolve("gateway"));
        Files.writeString(serverConfiguration(), server());
        Files.writeString(gatewayConfiguration(), gateway(devices));
    }

    private String server() {
        return """
                server:
                  directory: "%s"
                  http: { host: 127.0.0.1, port: %d }
                  mqtt: { host: 127.0.0.1, port: %d }
                gateways:
                  - { id: %s, tokenSha256: "%s" }
                """.formatted(
                        directory.resolve("server"), ports.serverHttp(), ports.serverMqtt(), GATEWAY, sha256(token));
    }

    private String gateway(List<SimulatedDevice> devices) {
        return """
                gateway:
                  id: %s
                  place: Asia/Shanghai
                  directory: "%s"
                  status: { host: 127.0.0.1, port: %d }
                server: { url: "tcp://127.0.0.1:%d", token: "%s" }
                mqtt: { host: 127.0.0.1, port: %d }
                outbox: { segmentBytes: 16777216, quotaBytes: 2147483648 }
                devices:
                %s
                """.formatted(
                        GATEWAY,
                        directory.resolve("gateway"),
                        ports.gatewayStatus(),
                        ports.serverMqtt(),
                        token,
                        ports.gatewayMqtt(),
                        devices.stream().map(this::device).collect(Collectors.joining("\n")));
    }

    private String device(SimulatedDevice device) {
        String line = device instanceof Analyser
                ? "driver: astm, connection: serial, port: \"" + terminal(device) + "\""
                : "driver: ecg-patch, connection: mqtt, username: \"" + device.serial() + "\", password: \"" + password
                        + "\"";
        return "  - { id: \"" + device.id() + "\", " + line + " }";
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
