package io.maimen.gateway.connect.tcp;

import io.maimen.driver.Channel;
import io.maimen.gateway.connect.DeviceLine;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;

/** A connected socket as a plain stream. */
final class TcpLine implements DeviceLine {
    private static final int PIECE_BYTES = 8_192;

    private final Socket socket;
    private final byte[] piece = new byte[PIECE_BYTES];

    private TcpLine(Socket socket) {
        this.socket = socket;
    }

    static TcpLine of(Socket socket) throws IOException {
        // A device that vanished without a word is noticed by the system after a while, if we ask for that.
        socket.setKeepAlive(true);
        socket.setTcpNoDelay(true);
        return new TcpLine(socket);
    }

    /** Of the thread that reads it. */
    String name() {
        return "tcp " + socket.getRemoteSocketAddress();
    }

    @Override
    public Channel channel() {
        return Channel.STREAM;
    }

    @Override
    public Optional<Bytes> read() throws IOException {
        int length = socket.getInputStream().read(piece);
        return length < 0 ? Optional.empty() : Optional.of(Bytes.of(Arrays.copyOf(piece, length)));
    }

    @Override
    public void write(Channel channel, Bytes bytes) throws IOException {
        socket.getOutputStream().write(bytes.toArray());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
