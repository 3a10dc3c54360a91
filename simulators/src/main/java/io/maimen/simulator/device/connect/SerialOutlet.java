package io.maimen.simulator.device.connect;

import io.maimen.observation.Bytes;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.SocatTerminal;
import io.maimen.simulator.device.line.DeviceAct;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A pseudo terminal which waits until somebody opens it and goes when it is closed: that is how a serial
 * device without a cable knows it is connected. Then another is made in its place.
 */
final class SerialOutlet implements DeviceOutlet {
    /** Who opens a port still sets it up after that, and may throw away what came before. */
    private static final int SETTLING_MS = 300;

    private static final int BUFFER = 4096;

    private final Path link;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile SocatTerminal terminal;

    /** @param link the terminal's name in the file system */
    SerialOutlet(Path link) throws SimulatorException {
        this.link = link;
        this.terminal = start();
    }

    @Override
    public void open(Host host) {
        Threads.daemon("pty-" + link.getFileName(), () -> serve(host));
    }

    private SocatTerminal start() throws SimulatorException {
        return SocatTerminal.start(link, "rawer,wait-slave,pty-interval=0.05");
    }

    private void serve(Host host) {
        try {
            while (closed.getCount() > 0) {
                if (terminal.awaitOpen().isEmpty() && !closed.await(SETTLING_MS, TimeUnit.MILLISECONDS)) {
                    host.connected();
                    listen(terminal.in(), host);
                    host.disconnected();
                }
                if (!closed.await(SETTLING_MS, TimeUnit.MILLISECONDS)) {
                    terminal.close();
                    terminal = start();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | SimulatorException e) {
            host.disconnected();
        } finally {
            terminal.close();
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
        SocatTerminal line = terminal;
        try {
            line.write(bytes.toArray());
        } catch (IOException e) {
            // The terminal was closed under it; the reading thread tells.
            line.close();
        }
    }

    @Override
    public void hangUp() {
        terminal.close();
    }

    @Override
    public void close() {
        closed.countDown();
        terminal.close();
    }
}
