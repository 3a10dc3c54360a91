package io.maimen.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.time.SettableClock;
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

/** What a person sees who starts the server wrongly: one line, and exit code 2. */
class ServerMainTest {
    private static final int BAD_INPUT = 2;

    @TempDir
    Path directory;

    private final StringWriter err = new StringWriter();

    @Test
    void aMissingFileIsOneLine() {
        assertEquals(BAD_INPUT, run(directory.resolve("none.yaml")));
        assertOneLine("CFG-108 --config must name a readable");
    }

    @Test
    void aPortInUseIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(BAD_INPUT, run(config("  http: { port: " + taken.getLocalPort() + " }")));
            assertOneLine("SRV-003 server.http must be free but 127.0.0.1:" + taken.getLocalPort() + " was not");
        }
    }

    @Test
    void aDirectoryThatIsAFileIsOneLine() throws Exception {
        Files.createFile(directory.resolve("data"));
        assertEquals(BAD_INPUT, run(config("  http: { port: 0 }")));
        assertOneLine("SRV-002 server.directory must be writable but was not: ");
    }

    @Test
    void tooLittleDiskIsOneLine() throws Exception {
        assertEquals(BAD_INPUT, run(config("  minFreeBytes: 1099511627776")));
        assertOneLine("SRV-004 free disk at ");
    }

    @Test
    void aBrokenRulePackIsOneLine() throws Exception {
        Files.writeString(directory.resolve("rules.yaml"), "id: [");
        assertEquals(BAD_INPUT, run(config("  http: { port: 0 }\nrules: { pack: rules.yaml }")));
        assertOneLine("CFG-109 rules.pack must be a rule pack but was not: ");
    }

    @Test
    void aSecondServerOnTheSameDirectoryIsOneLine() throws Exception {
        try (TestServer first = TestServer.start(directory.resolve("data"), new SettableClock(Measurements.NOON))) {
            assertTrue(first.mqttPort() > 0);
            assertEquals(BAD_INPUT, run(config("  http: { port: 0 }")));
            assertOneLine("LOG-005 ");
        }
    }

    private Path config(String more) throws IOException {
        return Files.writeString(
                directory.resolve("server.yaml"), "server:\n  directory: data\n  mqtt: { port: 0 }\n" + more + "\n");
    }

    private int run(Path config) {
        return new CommandLine(new ServerMain())
                .setErr(new PrintWriter(err, true))
                .execute("--config", config.toString());
    }

    private void assertOneLine(String beginning) {
        String text = err.toString();
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.startsWith(beginning), text);
    }
}
