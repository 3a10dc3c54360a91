package io.maimen.simulator.query;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayStatusTest {
    private static final String STATUS = """
            {"uplink":{"connected":%b},"lanes":[{"lane":"alarm","entries":0},{"lane":"vital","entries":%d}]}""";

    @Test
    void aConnectedGatewayWithNothingLeftToSend() throws Exception {
        try (FakeServer gateway = new FakeServer(Map.of("/status", STATUS.formatted(true, 0)))) {
            GatewayStatus status = new GatewayStatus(gateway.address());
            assertTrue(status.uplinkConnected());
            assertTrue(status.outboxEmpty());
        }
    }

    @Test
    void oneEntryInOneLaneIsNotEmpty() throws Exception {
        try (FakeServer gateway = new FakeServer(Map.of("/status", STATUS.formatted(false, 1)))) {
            GatewayStatus status = new GatewayStatus(gateway.address());
            assertFalse(status.uplinkConnected());
            assertFalse(status.outboxEmpty());
        }
    }

    @Test
    void aGatewayThatDoesNotAnswerPromisesNothing() throws Exception {
        URI gone;
        try (FakeServer gateway = new FakeServer(Map.of())) {
            gone = gateway.address();
        }
        assertFalse(new GatewayStatus(gone).uplinkConnected());
        assertFalse(new GatewayStatus(gone).outboxEmpty());
    }
}
