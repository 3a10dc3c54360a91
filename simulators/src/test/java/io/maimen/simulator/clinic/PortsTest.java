package io.maimen.simulator.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void portsOfAMeasurementAreNotAmongThoseOfOutgoingConnections() throws Exception {
        for (int port : all(Ports.any(2))) {
            assertTrue(port >= 20_000 && port < 32_768, "port " + port);
        }
    }

    @Test
    void aPortThatIsTakenIsReplaced() throws Exception {
        Ports first = Ports.usual(2);
        try (ServerSocket taken = new ServerSocket(first.serverHttp(), 1, InetAddress.getLoopbackAddress())) {
            Ports second = Ports.usual(2);
            assertNotEquals(taken.getLocalPort(), second.serverHttp());
            assertEquals(2 + 2 * 4, Set.copyOf(all(second)).size());
        }
    }

    private static List<Integer> all(Ports ports) {
        return Stream.concat(
                        Stream.of(ports.serverHttp(), ports.serverMqtt()),
                        ports.sites().stream()
                                .flatMap(site -> Stream.of(site.status(), site.mqtt(), site.coap(), site.coapSecure())))
                .toList();
    }
}
