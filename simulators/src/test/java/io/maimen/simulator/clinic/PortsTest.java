package io.maimen.simulator.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void portsOfAMeasurementAreNotAmongThoseOfOutgoingConnections() throws Exception {
        Ports ports = Ports.any();
        for (int port : List.of(ports.serverHttp(), ports.serverMqtt(), ports.gatewayStatus(), ports.gatewayMqtt())) {
            assertTrue(port >= 20_000 && port < 32_768, "port " + port);
        }
    }

    @Test
    void aPortThatIsTakenIsReplaced() throws Exception {
        Ports first = Ports.usual();
        try (ServerSocket taken = new ServerSocket(first.serverHttp(), 1, InetAddress.getLoopbackAddress())) {
            Ports second = Ports.usual();
            assertNotEquals(taken.getLocalPort(), second.serverHttp());
            assertEquals(
                    4,
                    Set.of(second.serverHttp(), second.serverMqtt(), second.gatewayStatus(), second.gatewayMqtt())
                            .size());
        }
    }
}
