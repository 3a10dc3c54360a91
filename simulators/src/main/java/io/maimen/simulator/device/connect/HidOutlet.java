package io.maimen.simulator.device.connect;

import io.maimen.observation.Bytes;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.line.DeviceLink;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A virtual HID device at a Unix socket, for one host at a time. Each report is a letter (I input, O output, F feature), its length in
 * two bytes, the most significant first, and its bytes. Source: docs/gateway.md, "Devices".
 */
final class HidOutlet implements DeviceOutlet {
    private static final int HEAD = 3;

    private final Path path;
    private final ServerSocketChannel door;
    private volatile Optional<SocketChannel> host = Optional.empty();

    /** The device is there when this returns. */
    HidOutlet(Path path) throws SimulatorException {
        this.path = path;
        try {
            Files.deleteIfExists(path);
            door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            door.bind(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            throw new SimulatorException(
                    "SIM-056 a virtual HID device must have a socket at " + path + " but could not: " + e.getMessage()
                            + "; name a shorter --directory that may be written to",
                    e);
        }
    }

    @Override
    public void open(Host heard) {
        Threads.daemon("hid-" + path.getFileName(), () -> serve(heard));
    }

    private void serve(Host heard) {
        while (door.isOpen()) {
            try (SocketChannel call = door.accept()) {
                host = Optional.of(call);
                heard.connected();
                listen(call, heard);
            } catch (IOException e) {
                // The host is gone, or the door is closed: the same to a device.
            }
            host = Optional.empty();
            heard.disconnected();
        }
    }

    private static void listen(SocketChannel call, Host heard) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        while (filled(call, head)) {
            String channel = head.get(0) == 'F' ? DeviceLink.Hid.FEATURE : DeviceLink.Hid.REPORT;
            ByteBuffer report = ByteBuffer.allocate(Short.toUnsignedInt(head.getShort(1)));
            if (filled(call, report)) {
                heard.written(channel, Bytes.of(report.array()));
            }
            head.clear();
        }
    }

    private static boolean filled(SocketChannel call, ByteBuffer buffer) throws IOException {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = call.read(buffer);
        }
        return !buffer.hasRemaining();
    }

    @Override
    public void send(String channel, Bytes bytes) {
        ByteBuffer message = ByteBuffer.allocate(HEAD + bytes.size());
        message.put((byte) 'I')
                .putShort((short) bytes.size())
                .put(bytes.toArray())
                .flip();
        host.ifPresent(call -> {
            try {
                while (message.hasRemaining()) {
                    call.write(message);
                }
            } catch (IOException e) {
                hangUp();
            }
        });
    }

    @Override
    public void hangUp() {
        host.ifPresent(HidOutlet::close);
    }

    @Override
    public void close() {
        close(door);
        hangUp();
    }

    private static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }
}
