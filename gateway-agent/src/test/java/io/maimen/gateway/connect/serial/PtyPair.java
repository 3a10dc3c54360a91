package io.maimen.gateway.connect.serial;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A serial cable: two ptys joined by socat, the gateway's end and the device's. */
public final class PtyPair implements AutoCloseable {
    private final Path gatewayEnd;
    private final Process socat;
    private final RandomAccessFile device;

    private PtyPair(Path gatewayEnd, Process socat, RandomAccessFile device) {
        this.gatewayEnd = gatewayEnd;
        this.socat = socat;
        this.device = device;
    }

    /** Whether socat is installed. */
    public static boolean available() {
        return Files.isExecutable(Path.of("/usr/bin/socat"));
    }

    /** Links {@code directory/gateway} and {@code directory/device}. */
    public static PtyPair open(Path directory) throws IOException {
        Path gatewayEnd = directory.resolve("gateway");
        Path deviceEnd = directory.resolve("device");
        Process socat = new ProcessBuilder(
                        List.of("socat", "pty,raw,echo=0,link=" + gatewayEnd, "pty,raw,echo=0,link=" + deviceEnd))
                .redirectErrorStream(true)
                .start();
        await().until(() -> Files.exists(gatewayEnd) && Files.exists(deviceEnd));
        return new PtyPair(gatewayEnd, socat, new RandomAccessFile(deviceEnd.toFile(), "rw"));
    }

    /** The port to configure. */
    public Path port() {
        return gatewayEnd;
    }

    /** The device sends. */
    public void send(byte... bytes) throws IOException {
        device.write(bytes);
    }

    /** The next byte that reaches the device; blocks for it. */
    public int read() throws IOException {
        return device.read();
    }

    /** The cable is pulled. */
    public void pull() {
        socat.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        device.close();
        // Its links go with it, and must be gone before the directory is.
        socat.destroy();
        socat.onExit().join();
    }
}
