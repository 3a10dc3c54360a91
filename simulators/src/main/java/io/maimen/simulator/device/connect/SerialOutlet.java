package io.maimen.simulator.device.connect;

import io.maimen.observation.Bytes;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.line.DeviceAct;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A pseudo terminal made by {@code socat}, which waits until somebody opens it and goes when it is closed: that is how a serial
 * device without a cable knows it is connected. Then another is made in its place.
 */
final class SerialOutlet implements DeviceOutlet {
    /** Who opens a port still sets it up after that, and may throw away what came before. */
    private static final int SETTLING_MS = 300;

    private static final int BUFFER = 4096;

    private final Path link;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Process socat;

    /** @param link the terminal's name in the file system */
    SerialOutlet(Path link) throws SimulatorException {
        this.link = link;
        this.socat = start();
    }

    @Override
    public void open(Host host) {
        Threads.daemon("pty-" + link.getFileName(), () -> serve(host));
    }

    private Process start() throws SimulatorException {
        try {
            return new ProcessBuilder(
                            "socat", "-d", "-d", "PTY,rawer,wait-slave,pty-interval=0.05,link=" + link, "STDIO")
                    .start();
        } catch (IOException e) {
            throw new SimulatorException(
                    "SIM-020 socat must make a pseudo terminal at " + link + " but did not: " + e.getMessage()
                            + "; install it (apt-get install socat)",
                    e);
        }
    }

    private void serve(Host host) {
        try {
            while (closed.getCount() > 0) {
                if (opened(socat) && !closed.await(SETTLING_MS, TimeUnit.MILLISECONDS)) {
                    host.connected();
                    listen(socat.getInputStream(), host);
                    host.disconnected();
                }
                if (!closed.await(SETTLING_MS, TimeUnit.MILLISECONDS)) {
                    socat.destroy();
                    socat = start();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | SimulatorException e) {
            host.disconnected();
        } finally {
            socat.destroy();
        }
    }

    /** Waits until somebody has opened the terminal; false where socat ended before. */
    private static boolean opened(Process socat) throws IOException {
        BufferedReader log = socat.errorReader(StandardCharsets.UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("starting data transfer")) {
                Threads.daemon("pty-log", () -> readToEnd(log));
                return true;
            }
        }
        return false;
    }

    /** Or socat would wait for room in the pipe. */
    private static void readToEnd(BufferedReader log) {
        try {
            log.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // Closed under the reader: socat is gone.
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
        Process line = socat;
        try {
            line.getOutputStream().write(bytes.toArray());
            line.getOutputStream().flush();
        } catch (IOException e) {
            // The terminal was closed under it; the reading thread tells.
            line.destroy();
        }
    }

    @Override
    public void hangUp() {
        socat.destroy();
    }

    @Override
    public void close() {
        closed.countDown();
        socat.destroy();
    }
}
