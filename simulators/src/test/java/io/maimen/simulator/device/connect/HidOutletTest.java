package io.maimen.simulator.device.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.line.DeviceLink;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway is a client of the device's socket. */
class HidOutletTest extends OutletContract {
    @TempDir
    private Path directory;

    private Optional<SocketChannel> gateway = Optional.empty();

    @Override
    protected DeviceOutlet line() throws SimulatorException {
        return new HidOutlet(directory.resolve("hid"));
    }

    @Override
    protected String channel() {
        return DeviceLink.Hid.REPORT;
    }

    @Override
    protected void peerComes() throws IOException {
        gateway = Optional.of(SocketChannel.open(UnixDomainSocketAddress.of(directory.resolve("hid"))));
    }

    /** As an output report. */
    @Override
    protected void peerSays(String text) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(3 + text.length());
        message.put((byte) 'O')
                .putShort((short) text.length())
                .put(text.getBytes(US_ASCII))
                .flip();
        while (message.hasRemaining()) {
            gateway.orElseThrow().write(message);
        }
    }

    /** One input report of that length. */
    @Override
    protected String peerHears(int length) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(3 + length);
        while (message.hasRemaining()) {
            gateway.orElseThrow().read(message);
        }
        message.flip();
        assertEquals('I', message.get());
        assertEquals(length, message.getShort());
        return US_ASCII.decode(message).toString();
    }

    @Override
    protected void peerGoes() throws IOException {
        if (gateway.isPresent()) {
            gateway.get().close();
        }
    }

    @Test
    void aPathTooLongForASocketSaysWhatToDo() {
        Path deep = directory.resolve("a".repeat(120));
        SimulatorException refusal = assertThrows(SimulatorException.class, () -> new HidOutlet(deep));
        assertEquals("SIM-056", refusal.getMessage().substring(0, 7));
    }
}
