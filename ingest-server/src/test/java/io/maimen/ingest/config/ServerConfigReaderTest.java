package io.maimen.ingest.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerConfigReaderTest {
    private static final Path BASE = Path.of("/etc/maimen");

    @Test
    void theShortestFileTakesEveryDefault() throws ConfigException {
        assertEquals(
                new ServerConfig(
                        Path.of("/etc/maimen/data"),
                        new ServerConfig.Listen("127.0.0.1", 18080),
                        new ServerConfig.Listen("127.0.0.1", 18830),
                        67_108_864,
                        67_108_864,
                        Duration.ofHours(12),
                        Duration.ofHours(12),
                        List.of(),
                        Duration.ofDays(90),
                        Optional.empty()),
                ServerConfigReader.parse("server: { directory: data }", "a.yaml", BASE));
    }

    @Test
    void everySettingCanBeGiven() throws ConfigException {
        ServerConfig config = ServerConfigReader.parse("""
                server:
                  directory: /var/lib/maimen
                  http: { host: 0.0.0.0, port: 0 }
                  mqtt: { host: "::1", port: 1883 }
                  minFreeBytes: 0
                  logSegmentBytes: 65536
                  sessionIdleMinutes: 1
                  sessionHours: 2
                  names: [maimen.example.org, 192.0.2.7]
                  certificateLife: PT30S
                """, "a.yaml", BASE);
        assertEquals(new ServerConfig.Listen("::1", 1883), config.mqtt());
        assertEquals(List.of("maimen.example.org", "192.0.2.7"), config.names());
        assertEquals(Duration.ofSeconds(30), config.certificateLife());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server: {}                                              | CFG-103 server.directory (line 1) must be given but was missing; accepted: a directory this user may write; made when missing
            server: { directory: d, http: { port: 70000 } }         | CFG-107 server.http.port (line 1) must be 0 to 65535 but was 70000; accepted: 0 (choose a free one) to 65535
            server: { directory: d, http: { port: web } }           | CFG-107 server.http.port (line 1) must be a whole number of port but was web; accepted: 0 (choose a free one) to 65535
            server: { directory: d, htp: { port: 1 } }              | CFG-106 server.htp (line 1) must be a known setting but was unknown; accepted: directory, http, mqtt, minFreeBytes, logSegmentBytes, sessionIdleMinutes, sessionHours, names, certificateLife
            server: { directory: d, http: 8080 }                    | CFG-105 server.http (line 1) must be a mapping but was 8080; accepted: host, port
            server: { directory: [d] }                              | CFG-104 server.directory (line 1) must be a path but was a list; accepted: a directory this user may write; made when missing
            server: { directory: d, directory: e }                  | CFG-101 directory (line 1) must be given once but was given twice; accepted: one value
            [1, 2]                                                  | CFG-105 (file) (line 1) must be a mapping but was a list; accepted: server, rules
            """)
    void aMistakeNamesPathLineAndWhatIsAccepted(String yaml, String message) {
        assertEquals(message, refusal(yaml));
    }

    @Test
    void aMistakeFurtherDownNamesItsOwnLine() {
        assertEquals(
                "CFG-107 server.certificateLife (line 3) must be PT1S to PT19800H but was P1000D; accepted: an ISO 8601"
                        + " duration, PT1S to P825D",
                refusal("server:\n  directory: data\n  certificateLife: P1000D"));
        assertEquals(
                "CFG-104 server.names[1] (line 3) must be a list of hosts but was a list; accepted: a list of host names"
                        + " and addresses",
                refusal("server:\n  directory: data\n  names: [a, [b]]"));
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        String message = refusal("server:\n  directory: data\n http: {\n");
        assertEquals("CFG-100 a.yaml (line ", message.substring(0, 21));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        ConfigException refused =
                assertThrows(ConfigException.class, () -> ServerConfigReader.read(Path.of("/nowhere/server.yaml")));
        assertEquals(
                "CFG-108 --config must name a readable UTF-8 file but was /nowhere/server.yaml; see docs/server.md for an"
                        + " example",
                refused.getMessage());
    }

    private static String refusal(String yaml) {
        return assertThrows(ConfigException.class, () -> ServerConfigReader.parse(yaml, "a.yaml", BASE))
                .getMessage();
    }
}
