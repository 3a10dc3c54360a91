package io.maimen.simulator.device.bluez;

import io.maimen.simulator.SimulatorException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@code dbus-daemon} of our own at a socket of our choice. It ends with this process, even by SIGKILL. */
public final class PrivateBus implements AutoCloseable {
    /** Everybody who may open the socket may do everything: it is a bus for tests. */
    private static final String CONFIGURATION = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*"/>
                <allow receive_sender="*"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    /** The daemon takes the shell's place; a child of it waits until the pipe from us ends, and then ends the daemon. */
    private static final String SCRIPT = """
            exec 3<&0
            daemon=$$
            (cat <&3 >/dev/null; kill $daemon) >/dev/null 2>&1 &
            exec dbus-daemon --nofork --nopidfile --print-address=1 --config-file="$0" </dev/null 3<&-
            """;

    private static final int LONGEST_SOCKET = 100;
    private static final int PATIENCE_S = 5;

    private final Path socket;
    private final Path configuration;
    private final Process daemon;

    private PrivateBus(Path socket, Path configuration, Process daemon) {
        this.socket = socket;
        this.configuration = configuration;
        this.daemon = daemon;
    }

    /** Starts the daemon; when this returns the socket is there. {@code SIM-022} when it cannot be. */
    public static PrivateBus start(Path socket) throws SimulatorException {
        if (socket.toString().length() > LONGEST_SOCKET) {
            throw refused(socket, "the path is longer than a socket's may be");
        }
        try {
            Files.deleteIfExists(socket);
            Path configuration = Files.writeString(
                    Path.of(socket + ".conf"), CONFIGURATION.formatted(socket), StandardCharsets.UTF_8);
            Process daemon = new ProcessBuilder("/bin/sh", "-c", SCRIPT, configuration.toString())
                    .redirectErrorStream(true)
                    .start();
            BufferedReader said = daemon.inputReader(StandardCharsets.UTF_8);
            String line = said.readLine();
            if (line == null || !line.startsWith("unix:")) {
                throw refused(socket, line == null ? "it ended" : line);
            }
            return new PrivateBus(socket, configuration, daemon);
        } catch (IOException e) {
            throw refused(socket, e.getMessage());
        }
    }

    private static SimulatorException refused(Path socket, String reason) {
        return new SimulatorException("SIM-022 dbus-daemon must listen at " + socket + " but did not: " + reason
                + "; install it (apt-get install dbus-daemon) and name a short path in a directory that exists");
    }

    /** What clients connect to. */
    public String address() {
        return "unix:path=" + socket;
    }

    /** Ends it as a crash would: clients notice by their sockets alone. */
    public void kill() {
        daemon.destroyForcibly();
        await();
    }

    @Override
    public void close() throws IOException {
        daemon.destroy();
        await();
        daemon.getOutputStream().close();
        Files.deleteIfExists(configuration);
        Files.deleteIfExists(socket);
    }

    private void await() {
        try {
            if (!daemon.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                daemon.destroyForcibly();
            }
        } catch (InterruptedException e) {
            daemon.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
