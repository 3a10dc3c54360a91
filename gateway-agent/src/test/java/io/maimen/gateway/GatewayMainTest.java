package io.maimen.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.identity.TestAuthority;
import io.maimen.observation.device.GatewayId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What cannot start says why in one line and ends with 2. */
class GatewayMainTest {
    @TempDir
    private Path directory;

    private final StringWriter errors = new StringWriter();

    private int start(String data, int port) throws IOException {
        Path config = directory.resolve("gateway.yaml");
        Files.writeString(config, """
                gateway: { id: clinic-demo, place: Asia/Shanghai, directory: %s, status: {port: %d} }
                server: { url: "ssl://127.0.0.1:1", enrolment: "https://127.0.0.1:1" }
                """.formatted(data, port));
        return execute("--config", config.toString());
    }

    private int execute(String... arguments) {
        return new CommandLine(new GatewayMain())
                .setErr(new PrintWriter(errors))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    private void oneLine(String begin) {
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().startsWith(begin), errors.toString());
    }

    @Test
    void aPortInUse() throws Exception {
        TestAuthority.INSTANCE.enrol(directory.resolve("data"), new GatewayId("clinic-demo"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(2, start(directory.resolve("data").toString(), taken.getLocalPort()));
        }
        oneLine("GW-002 status address must be free but 127.0.0.1:");
    }

    @Test
    void aDirectoryThatIsNone() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertEquals(2, start(file.resolve("data").toString(), 0));
        oneLine("GW-001 directory must be writable");
    }

    @Test
    void aDirectoryThatCannotBeWritten() throws IOException {
        assertEquals(2, start("/proc/maimen", 0));
        oneLine("GW-001 directory must be writable");
    }

    @Test
    void aBadConfiguration() throws IOException {
        assertEquals(2, start("data, colour: green", 0));
        oneLine("CFG-003 gateway.colour (line 1)");
    }

    @Test
    void aGatewayThatIsNotEnrolled() throws IOException {
        assertEquals(2, start(directory.resolve("data").toString(), 0));
        oneLine("PKI-050 gateway clinic-demo must be enrolled but ");
    }

    @Test
    void anOptionThatADriverRefuses() throws Exception {
        TestAuthority.INSTANCE.enrol(directory.resolve("data"), new GatewayId("clinic-demo"));
        Path config = directory.resolve("gateway.yaml");
        Files.writeString(config, """
                gateway: { id: clinic-demo, place: Asia/Shanghai, directory: %s, status: {port: 0} }
                server: { url: "ssl://127.0.0.1:1", enrolment: "https://127.0.0.1:1" }
                devices: [ { id: "serial:A", driver: astm, connection: serial, port: x, options: {codes.GLU: sugar} } ]
                """.formatted(directory.resolve("data")));
        assertEquals(2, execute("--config", config.toString()));
        oneLine("CFG-008 options of serial:A must suit driver astm but were refused: ");
    }

    @Test
    void noConfigurationAtAll() {
        assertEquals(2, execute());
        assertTrue(errors.toString().contains("--config"), errors.toString());
    }
}
