package io.maimen.gateway.connect.serial;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.driver.Channel;
import io.maimen.gateway.connect.ConnectionContract;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real library on a real pty. */
class SerialConnectionTest extends ConnectionContract {
    private static final int BAUD = 9_600;

    @TempDir
    private Path directory;

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private PtyPair cable;

    @BeforeEach
    void plugIn() throws IOException {
        assumeTrue(PtyPair.available(), "socat makes the ptys: install Debian package socat");
        cable = PtyPair.open(directory);
    }

    @AfterEach
    void unplug() throws Exception {
        ear.last().ifPresent(connection -> connection.close("the test is over"));
        executor.shutdown();
        cable.close();
    }

    private SerialDialer dialer(Path port) {
        return new SerialDialer(port, LineSettings.plain(BAUD), clock, executor);
    }

    @Override
    protected DeviceConnection connect() {
        assertEquals(Optional.empty(), dialer(cable.port()).dial(ear));
        return ear.last().orElseThrow();
    }

    @Override
    protected void deviceSends(byte... bytes) throws IOException {
        cable.send(bytes);
    }

    @Override
    protected void deviceDies() {
        cable.pull();
    }

    @Test
    void whatIsWrittenReachesTheDevice() throws IOException {
        DeviceConnection connection = connect();
        assertEquals(Optional.empty(), connection.write(Channel.STREAM, Bytes.of((byte) 0x06)));
        assertEquals(0x06, cable.read());
    }

    /** Every value of a byte: a line discipline left on would eat or double some. */
    @Test
    void everyByteComesThroughAsItIs() throws IOException {
        connect();
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        cable.send(all);
        await().untilAsserted(
                        () -> assertEquals(Bytes.of(all), Bytes.of(ear.bytes().toByteArray())));
    }

    @Test
    void aPortThatDoesNotExistIsAReasonNotAnException() {
        Optional<String> failure = dialer(directory.resolve("none")).dial(ear);
        assertTrue(failure.orElseThrow().contains("does not exist"), failure.toString());
    }

    @Test
    void aFileThatIsNoPortIsAReasonNotAnException() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no port");
        assertTrue(dialer(file).dial(ear).isPresent());
    }
}
