package io.maimen.simulator.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aPortThatIsTakenIsReplaced() throws Exception {
        Ports first = Ports.free();
        try (ServerSocket taken = new ServerSocket(first.serverHttp(), 1, InetAddress.getLoopbackAddress())) {
            Ports second = Ports.free();
            assertNotEquals(taken.getLocalPort(), second.serverHttp());
            assertEquals(
                    4,
                    Set.of(second.serverHttp(), second.serverMqtt(), second.gatewayStatus(), second.gatewayMqtt())
                            .size());
        }
    }
}
