package io.maimen.simulator.device.astm;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.SocatTerminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A serial line that outlives a gateway that is killed and opens it again. Bytes sent while nobody has it open wait in the terminal, as in a buffered port.
 */
final class PseudoTerminal implements Line, AutoCloseable {
    private static final int END = -1;

    private final SocatTerminal terminal;
    private final BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();

    private PseudoTerminal(SocatTerminal terminal) {
        this.terminal = terminal;
        Thread reader = new Thread(this::listen, "pty-reader");
        reader.setDaemon(true);
        reader.start();
    }

    /** Makes the terminal; when this returns the link is there. {@code SIM-020} when socat is missing or fails. */
    static PseudoTerminal open(Path link) throws SimulatorException {
        SocatTerminal terminal = SocatTerminal.start(link, "rawer");
        try {
            Optional<String> failure = terminal.awaitOpen();
            if (failure.isPresent()) {
                throw terminal.refused(failure.get());
            }
            return new PseudoTerminal(terminal);
        } catch (IOException e) {
            throw terminal.refused(e.getMessage());
        }
    }

    @Override
    public void write(byte... bytes) throws IOException {
        terminal.write(bytes);
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
        terminal.close();
    }

    private void listen() {
        try (InputStream in = terminal.in()) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                heard.add(b);
            }
        } catch (IOException e) {
            // Closed under the reader: the same as its end, socat is gone.
        }
        heard.add(END);
    }
}
