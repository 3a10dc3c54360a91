package io.maimen.gateway.connect.hid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.gateway.connect.ConnectionContract;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.gateway.connect.hid.HidAddress.Virtual;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that is a program, at a Unix socket. */
class VirtualHidTest extends ConnectionContract {
    @TempDir
    private Path directory;

    private ServerSocketChannel socket;
    private SocketChannel device;

    @BeforeEach
    void plugIn() throws IOException {
        socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(directory.resolve("hid")));
    }

    @AfterEach
    void unplug() throws IOException {
        ear.last().ifPresent(connection -> connection.close("the test is over"));
        socket.close();
        if (device != null) {
            device.close();
        }
    }

    @Override
    protected DeviceConnection connect() throws IOException {
        HidDialer dialer = new HidDialer(new Virtual(directory.resolve("hid")), clock);
        assertEquals(Optional.empty(), dialer.dial(ear));
        device = socket.accept();
        return ear.last().orElseThrow();
    }

    /** As an input report. */
    @Override
    protected void deviceSends(byte... bytes) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(3 + bytes.length);
        message.put((byte) 'I').putShort((short) bytes.length).put(bytes).flip();
        while (message.hasRemaining()) {
            device.write(message);
        }
    }

    @Override
    protected void deviceDies() throws IOException {
        device.close();
    }

    @Test
    void outputAndFeatureReportsAreToldApart() throws IOException {
        DeviceConnection connection = connect();
        connection.write(Channel.HID_FEATURE, Bytes.of((byte) 0x74, (byte) 0xBC));
        connection.write(Channel.HID_REPORT, Bytes.of((byte) 0x05));
        ByteBuffer heard = ByteBuffer.allocate(9);
        while (heard.hasRemaining()) {
            device.read(heard);
        }
        assertEquals(
                Bytes.of(
                        (byte) 'F', (byte) 0, (byte) 2, (byte) 0x74, (byte) 0xBC, (byte) 'O', (byte) 0, (byte) 1, (byte)
                                5),
                Bytes.of(heard.array()));
    }

    @Test
    void anotherChannelIsAReason() throws IOException {
        assertTrue(connect()
                .write(Channel.STREAM, Bytes.of((byte) 1))
                .orElseThrow()
                .contains("no channel stream"));
    }
}
