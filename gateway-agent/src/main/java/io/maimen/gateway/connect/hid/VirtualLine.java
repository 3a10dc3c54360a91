package io.maimen.gateway.connect.hid;

import io.maimen.driver.Channel;
import io.maimen.gateway.connect.DeviceLine;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A virtual device: each report is a letter (I input, O output, F feature), its length in two bytes, the most significant first,
 * and its bytes.
 */
final class VirtualLine implements DeviceLine {
    private static final int HEAD = 3;

    private final SocketChannel socket;

    private VirtualLine(SocketChannel socket) {
        this.socket = socket;
    }

    static VirtualLine open(Path path) throws IOException {
        return new VirtualLine(SocketChannel.open(UnixDomainSocketAddress.of(path)));
    }

    @Override
    public Channel channel() {
        return Channel.HID_REPORT;
    }

    @Override
    public Optional<Bytes> read() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        if (!filled(head)) {
            return Optional.empty();
        }
        ByteBuffer report = ByteBuffer.allocate(Short.toUnsignedInt(head.getShort(1)));
        return filled(report) ? Optional.of(Bytes.of(report.array())) : Optional.empty();
    }

    private boolean filled(ByteBuffer buffer) throws IOException {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = socket.read(buffer);
        }
        return !buffer.hasRemaining();
    }

    @Override
    public void write(Channel channel, Bytes report) throws IOException {
        HidChannels.check(channel);
        ByteBuffer message = ByteBuffer.allocate(HEAD + report.size());
        message.put((byte) (channel.equals(Channel.HID_FEATURE) ? 'F' : 'O'))
                .putShort((short) report.size())
                .put(report.toArray())
                .flip();
        while (message.hasRemaining()) {
            socket.write(message);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
