package io.maimen.simulator.device.connect;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.line.DeviceAct;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plain TCP: calls the gateway, and calls again after a second. */
final class TcpOutlet implements DeviceOutlet {
    private static final int CALL_AGAIN_MS = 1_000;
    private static final int PATIENCE_MS = 2_000;
    private static final int BUFFER = 4096;

    private final InetSocketAddress gateway;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Socket socket = new Socket();

    TcpOutlet(InetSocketAddress gateway) {
        this.gateway = gateway;
    }

    @Override
    public void open(Host host) {
        Threads.daemon("tcp-" + gateway.getPort(), () -> serve(host));
    }

    private void serve(Host host) {
        try {
            do {
                try (Socket call = new Socket()) {
                    socket = call;
                    call.connect(gateway, PATIENCE_MS);
                    call.setTcpNoDelay(true);
                    host.connected();
                    listen(call.getInputStream(), host);
                } catch (IOException e) {
                    // Nobody answers, or the line broke: the same to a device, which calls again.
                }
                host.disconnected();
            } while (!closed.await(CALL_AGAIN_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void listen(InputStream in, Host host) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            host.written(DeviceAct.STREAM, Bytes.of(Arrays.copyOf(buffer, length)));
        }
    }

    @Override
    public void send(String channel, Bytes bytes) {
        try {
            socket.getOutputStream().write(bytes.toArray());
        } catch (IOException e) {
            hangUp();
        }
    }

    @Override
    public void hangUp() {
        try {
            // What was written still arrives; the reading thread closes the rest.
            socket.shutdownOutput();
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    @Override
    public void close() {
        closed.countDown();
        hangUp();
    }
}
