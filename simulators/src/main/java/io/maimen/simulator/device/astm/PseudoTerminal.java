package io.maimen.simulator.device.astm;

import io.maimen.simulator.SimulatorException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A serial line made by {@code socat}: a pseudo terminal whose name is a link in the file system.
 *
 * <p>The link outlives a gateway that is killed and opens it again; it goes away with this process, because socat ends
 * when its standard input does. Bytes sent while nobody has it open wait in the terminal, as in a buffered port.
 */
final class PseudoTerminal implements Line, AutoCloseable {
    private static final int END = -1;

    private final Process socat;
    private final OutputStream out;
    private final BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();

    private PseudoTerminal(Process socat) {
        this.socat = socat;
        this.out = socat.getOutputStream();
        daemon("pty-reader", this::listen);
    }

    /** Makes the terminal; when this returns the link is there. {@code SIM-020} when socat is missing or fails. */
    static PseudoTerminal open(Path link) throws SimulatorException {
        try {
            Process socat = new ProcessBuilder("socat", "-d", "-d", "PTY,rawer,link=" + link, "STDIO").start();
            BufferedReader log = socat.errorReader(StandardCharsets.UTF_8);
            StringBuilder said = new StringBuilder();
            String text = log.readLine();
            while (text != null && !text.contains("starting data transfer")) {
                said.append(text).append(' ');
                text = log.readLine();
            }
            if (text == null) {
                throw refused(link, said.toString());
            }
            // Read on, or socat would wait for room in the pipe.
            daemon("pty-log", () -> readToEnd(socat.getErrorStream(), ignored -> {}));
            return new PseudoTerminal(socat);
        } catch (IOException e) {
            throw refused(link, e.getMessage());
        }
    }

    private static SimulatorException refused(Path link, String reason) {
        return new SimulatorException("SIM-020 socat must make a pseudo terminal at " + link + " but said: "
                + reason.strip() + "; install it (apt-get install socat) and name a link that does not exist");
    }

    @Override
    public void write(byte... bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    @Override
    public OptionalInt read(Duration timeout) throws IOException {
        try {
            Integer next = heard.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return OptionalInt.empty();
            }
            if (next == END) {
                throw new IOException("SIM-021 socat must keep the line open but ended; start the device again");
            }
            return OptionalInt.of(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while listening", e);
        }
    }

    @Override
    public void close() {
        socat.destroy();
    }

    private void listen() {
        readToEnd(socat.getInputStream(), heard::add);
        heard.add(END);
    }

    private static void readToEnd(InputStream in, IntConsumer each) {
        try (in) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                each.accept(b);
            }
        } catch (IOException e) {
            // Closed under the reader: the same as its end, socat is gone.
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
