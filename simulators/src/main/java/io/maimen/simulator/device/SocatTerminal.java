package io.maimen.simulator.device;

import io.maimen.simulator.SimulatorException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A pseudo terminal made by {@code socat}, whose name is a link in the file system. It goes away with this process, because socat
 * ends when its standard input does. One thread reads, others write and close.
 */
public final class SocatTerminal implements AutoCloseable {
    private final Path link;
    private final Process socat;

    private SocatTerminal(Path link, Process socat) {
        this.link = link;
        this.socat = socat;
    }

    /**
     * Starts making it.
     *
     * @param address of socat's PTY: {@code rawer}, or more with commas
     * @throws SimulatorException with SIM-020 where socat is missing
     */
    public static SocatTerminal start(Path link, String address) throws SimulatorException {
        try {
            return new SocatTerminal(
                    link, new ProcessBuilder("socat", "-d", "-d", "PTY," + address + ",link=" + link, "STDIO").start());
        } catch (IOException e) {
            throw refused(link, e.getMessage());
        }
    }

    /** Waits until bytes travel; what socat said where it ended instead. */
    public Optional<String> awaitOpen() throws IOException {
        BufferedReader log = socat.errorReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("starting data transfer")) {
                // Read on, or socat would wait for room in the pipe.
                daemon("pty-log", () -> readToEnd(log));
                return Optional.empty();
            }
            said.append(line).append(' ');
        }
        return Optional.of(said.toString().strip());
    }

    /** SIM-020: why there is no terminal, and what to do. */
    public SimulatorException refused(String reason) {
        return refused(link, reason);
    }

    private static SimulatorException refused(Path link, String reason) {
        return new SimulatorException("SIM-020 socat must make a pseudo terminal at " + link + " but said: " + reason
                + "; install it (apt-get install socat) and name a link that does not exist");
    }

    /** What the other side says; ends with socat. */
    public InputStream in() {
        return socat.getInputStream();
    }

    public void write(byte... bytes) throws IOException {
        socat.getOutputStream().write(bytes);
        socat.getOutputStream().flush();
    }

    @Override
    public void close() {
        socat.destroy();
    }

    private static void readToEnd(BufferedReader log) {
        try {
            log.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // Closed under the reader: socat is gone.
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
