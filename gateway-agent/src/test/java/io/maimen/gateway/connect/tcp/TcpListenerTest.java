package io.maimen.gateway.connect.tcp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.gateway.connect.ConnectionContract;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that calls us, on a real socket. */
class TcpListenerTest extends ConnectionContract {
    private final List<Socket> devices = new ArrayList<>();
    private TcpListener listener;

    @BeforeEach
    void listen() throws IOException {
        listener = TcpListener.open("127.0.0.1", 0, Optional.empty(), clock, ear);
    }

    @AfterEach
    void stop() throws IOException {
        listener.close();
        for (Socket device : devices) {
            device.close();
        }
    }

    @Override
    protected DeviceConnection connect() throws Exception {
        int before = ear.connections.size();
        call();
        await().until(() -> ear.connections.size() > before);
        return ear.last().orElseThrow();
    }

    private Socket call() throws IOException {
        Socket device = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        devices.add(device);
        return device;
    }

    @Override
    protected void deviceSends(byte... bytes) throws IOException {
        devices.get(devices.size() - 1).getOutputStream().write(bytes);
    }

    /** With SO_LINGER 0 the last it says is a reset. */
    @Override
    protected void deviceDies() throws IOException {
        Socket device = devices.get(devices.size() - 1);
        device.setSoLinger(true, 0);
        device.close();
    }

    @Test
    void whatIsWrittenReachesTheDevice() throws Exception {
        DeviceConnection connection = connect();
        assertEquals(Optional.empty(), connection.write(Channel.STREAM, Bytes.of((byte) 0x06)));
        assertEquals(0x06, devices.get(0).getInputStream().read());
    }

    @Test
    void aDeviceThatCallsAgainTakesItsPlaceOver() throws Exception {
        connect();
        connect();
        await().until(() -> ear.closed.equals(List.of("the device connected again")));
        deviceSends((byte) 7);
        await().until(() -> ear.bytes().size() == 1);
    }

    @Test
    void onlyTheDevicesOwnAddressIsLetIn() throws Exception {
        listener.close();
        listener = TcpListener.open("127.0.0.1", 0, Optional.of("192.0.2.7"), clock, ear);
        assertEquals(-1, call().getInputStream().read(), "hung up at once");
        assertTrue(ear.connections.isEmpty());
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        IOException taken = assertThrows(
                IOException.class, () -> TcpListener.open("127.0.0.1", listener.port(), Optional.empty(), clock, ear)
                        .close());
        assertTrue(taken.getMessage().startsWith("GW-038 127.0.0.1:" + listener.port()), taken::getMessage);
    }

    @Test
    void stoppingEndsTheConversation() throws Exception {
        connect();
        listener.close();
        await().until(() -> ear.closed.equals(List.of("the gateway stops")));
    }
}
