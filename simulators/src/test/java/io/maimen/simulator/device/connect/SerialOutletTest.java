package io.maimen.simulator.device.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.line.DeviceAct;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A gateway opens the terminal as it would a port. */
class SerialOutletTest extends OutletContract {
    @TempDir
    private Path directory;

    private Optional<RandomAccessFile> gateway = Optional.empty();

    @Override
    protected DeviceOutlet line() throws SimulatorException {
        assumeTrue(Files.exists(Path.of("/usr/bin/socat")), "socat must be installed but is not");
        return new SerialOutlet(directory.resolve("tty"));
    }

    @Override
    protected String channel() {
        return DeviceAct.STREAM;
    }

    /** The link of a terminal that is gone stays a moment, until another one is in its place. */
    @Override
    protected void peerComes() {
        await().ignoreExceptions().until(() -> {
            gateway = Optional.of(
                    new RandomAccessFile(directory.resolve("tty").toRealPath().toFile(), "rw"));
            return true;
        });
    }

    @Override
    protected void peerSays(String text) throws IOException {
        gateway.orElseThrow().write(text.getBytes(US_ASCII));
    }

    @Override
    protected String peerHears(int length) throws IOException {
        byte[] heard = new byte[length];
        gateway.orElseThrow().readFully(heard);
        return new String(heard, US_ASCII);
    }

    @Override
    protected void peerGoes() throws IOException {
        if (gateway.isPresent()) {
            gateway.get().close();
            gateway = Optional.empty();
        }
    }
}
