package io.maimen.gateway.connect.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.connect.ConnectionContract;
import io.maimen.gateway.connect.DeviceConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that waits to be called, on a real socket. */
class TcpDialerTest extends ConnectionContract {
    private ServerSocket device;
    private Socket line = new Socket();

    @BeforeEach
    void listen() throws IOException {
        device = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        ear.last().ifPresent(connection -> connection.close("the test is over"));
        line.close();
        device.close();
    }

    @Override
    protected DeviceConnection connect() throws Exception {
        assertEquals(Optional.empty(), new TcpDialer("127.0.0.1", device.getLocalPort(), clock).dial(ear));
        line = device.accept();
        return ear.last().orElseThrow();
    }

    @Override
    protected void deviceSends(byte... bytes) throws IOException {
        line.getOutputStream().write(bytes);
    }

    @Override
    protected void deviceDies() throws IOException {
        line.setSoLinger(true, 0);
        line.close();
    }

    @Test
    void aDeviceThatDoesNotListenIsNamed() throws IOException {
        device.close();
        String why = new TcpDialer("127.0.0.1", device.getLocalPort(), clock)
                .dial(ear)
                .orElseThrow();
        assertTrue(why.startsWith("127.0.0.1:" + device.getLocalPort() + " does not answer"), why);
        assertTrue(ear.connections.isEmpty());
    }
}
