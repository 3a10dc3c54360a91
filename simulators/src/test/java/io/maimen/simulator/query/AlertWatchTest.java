package io.maimen.simulator.query;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.SettableClock;
import io.maimen.simulator.match.AlertLatencies.Subject;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertWatchTest {
    private static final Instant AT = Instant.parse("2026-03-04T00:15:00Z");

    @Test
    void anAlertIsTimedWhenItFirstComesAndCountedOnce() throws Exception {
        SettableClock clock = new SettableClock(AT);
        try (FakeServer server = new FakeServer(Map.of("/api/login", "{\"token\":\"t0ken\"}"))) {
            server.events.add("event: hello\ndata: {}\n\n: still here\n\n");
            ServerClient client = ServerClient.login(HttpClient.newHttpClient(), server.address(), "admin", "x");
            try (AlertWatch watch = AlertWatch.open(client, clock)) {
                server.events.add(alert("17", "S-1"));
                await().until(() -> watch.alerts() == 1);
                clock.set(AT.plusSeconds(9));
                server.events.add(alert("17", "S-1"));
                server.events.add(alert("18", "S-2"));
                await().until(() -> watch.alerts() == 2);
                DeviceId device = DeviceId.serial("AN-0001");
                assertEquals(
                        Map.of(Subject.specimen(device, "S-1"), AT, Subject.specimen(device, "S-2"), AT.plusSeconds(9)),
                        watch.arrivals());
            }
        }
    }

    private static String alert(String id, String specimen) {
        return "id: " + id + "\nevent: alert\ndata: {\"id\":\"" + id
                + "\",\"device\":\"serial:AN-0001\",\"specimen\":\"" + specimen + "\"}\n\n";
    }
}
