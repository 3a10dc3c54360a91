package io.maimen.simulator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.SampleGap;
import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.match.Content;
import io.maimen.simulator.match.Stored;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerClientTest {
    private static final DeviceId ANALYSER = DeviceId.serial("AN-0001");
    private static final String LOGIN = "{\"token\":\"t0ken\",\"username\":\"admin\",\"displayName\":\"admin\"}";

    @Test
    void allPagesAreRead() throws Exception {
        String first = """
                {"items":[{"kind":"result","device":"serial:AN-0001","specimen":"S-1","code":"mdc:160184","value":"2.7",
                "comparator":"=","unit":"mmol/L","simulated":true}],"next":"a b"}""";
        String second = """
                {"items":[{"kind":"block","device":"serial:AN-0001","stream":7,"sequence":3,"firstSample":750,"count":250,
                "gaps":[{"start":3,"length":4}],"samplesSha256":"ab","simulated":true},{"kind":"result","device":"serial:AN-0001","specimen":"S-2",
                "code":"mdc:160184","value":"33.3","comparator":">","unit":"mmol/L","simulated":false}],"next":null}""";
        try (FakeServer server = new FakeServer(Map.of(
                "/api/login", LOGIN,
                "/api/devices/serial%3AAN-0001/readings?limit=1000", first,
                "/api/devices/serial%3AAN-0001/readings?limit=1000&after=a+b", second))) {
            ServerClient client = ServerClient.login(HttpClient.newHttpClient(), server.address(), "admin", "x");
            assertEquals(
                    List.of(
                            Content.result(ANALYSER, "S-1", "mdc:160184", "2.7", "mmol/L", true),
                            Content.block(ANALYSER, "7/3", 750, 250, List.of(new SampleGap(3, 4)), "ab", true),
                            Content.result(ANALYSER, "S-2", "mdc:160184", ">33.3", "mmol/L", false)),
                    client.readings(ANALYSER).stream().map(Stored::content).toList());
        }
    }

    @Test
    void aReaderThatLagsIsNotAtTheEnd() throws Exception {
        String health = """
                {"state":"green","readers":[{"name":"record","lagRecords":0},{"name":"assess","lagRecords":%d}]}""";
        for (int lag : new int[] {0, 1}) {
            try (FakeServer server =
                    new FakeServer(Map.of("/api/login", LOGIN, "/api/health", health.formatted(lag)))) {
                ServerClient client = ServerClient.login(HttpClient.newHttpClient(), server.address(), "admin", "x");
                assertEquals(lag == 0, client.readersAtTheEnd());
            }
        }
    }

    @Test
    void anAnswerThatIsNoneIsAnErrorAndNotRest() throws Exception {
        try (FakeServer server = new FakeServer(Map.of("/api/login", LOGIN))) {
            ServerClient client = ServerClient.login(HttpClient.newHttpClient(), server.address(), "admin", "x");
            IOException refusal = assertThrows(IOException.class, client::readersAtTheEnd);
            assertTrue(refusal.getMessage().startsWith("SIM-041"), refusal.getMessage());
        }
    }

    @Test
    void aDeviceTheServerHasNeverHeardOfHasNothingStored() throws Exception {
        try (FakeServer server = new FakeServer(Map.of("/api/login", LOGIN))) {
            ServerClient client = ServerClient.login(HttpClient.newHttpClient(), server.address(), "admin", "x");
            assertEquals(List.of(), client.readings(ANALYSER));
        }
    }
}
