package io.maimen.simulator.device.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.Bytes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every line does for its device; a real peer is at the other end of each. */
abstract class OutletContract {
    protected final HeardHost host = new HeardHost();
    private DeviceOutlet outlet;

    /** A line of that kind, not open yet. */
    protected abstract DeviceOutlet line() throws Exception;

    /** The channel of plain bytes. */
    protected abstract String channel();

    /** Somebody is there: a gateway opens the line, or answers the device's call. */
    protected abstract void peerComes() throws Exception;

    /** The peer sends bytes to the device. */
    protected abstract void peerSays(String text) throws Exception;

    /** The next bytes that reach the peer, so many. */
    protected abstract String peerHears(int length) throws Exception;

    /** The peer goes without a word. */
    protected abstract void peerGoes() throws Exception;

    @BeforeEach
    void open() throws Exception {
        outlet = line();
        outlet.open(host);
    }

    @AfterEach
    void close() throws Exception {
        outlet.close();
        peerGoes();
    }

    @Test
    void bytesTravelBothWays() throws Exception {
        comes(1);
        outlet.send(channel(), Bytes.of("measured".getBytes(US_ASCII)));
        assertEquals("measured", peerHears(8));
        peerSays("stored");
        await().untilAsserted(() -> assertEquals("stored", String.join("", host.heard)));
    }

    @Test
    void whenThePeerWentTheDeviceIsToldAndAnotherMayCome() throws Exception {
        comes(1);
        peerGoes();
        await().untilAsserted(() -> assertEquals(List.of("came", "went"), host.visits));
        comes(2);
        outlet.send(channel(), Bytes.of("again".getBytes(US_ASCII)));
        assertEquals("again", peerHears(5));
    }

    @Test
    void aDeviceThatHangsUpIsThereAgain() throws Exception {
        comes(1);
        outlet.hangUp();
        await().untilAsserted(() -> assertEquals(List.of("came", "went"), host.visits));
        peerGoes();
        comes(2);
        outlet.send(channel(), Bytes.of("again".getBytes(US_ASCII)));
        assertEquals("again", peerHears(5));
    }

    @Test
    void bytesForNobodyAreLostWithoutAnError() {
        outlet.send(channel(), Bytes.of((byte) 1));
        outlet.hangUp();
    }

    private void comes(int visits) throws Exception {
        peerComes();
        await().untilAsserted(() ->
                assertEquals(visits, host.visits.stream().filter("came"::equals).count()));
    }

    /** Hears a line and remembers. */
    static final class HeardHost implements Host {
        final List<String> visits = new CopyOnWriteArrayList<>();
        final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void connected() {
            visits.add("came");
        }

        /** A line that could not be made at all ends too; only ends of visits count. */
        @Override
        public void disconnected() {
            if (!visits.isEmpty() && visits.get(visits.size() - 1).equals("came")) {
                visits.add("went");
            }
        }

        @Override
        public void subscribed(String channel) {}

        @Override
        public void written(String channel, Bytes bytes) {
            heard.add(new String(bytes.toArray(), US_ASCII));
        }

        @Override
        public Bytes read(String channel) {
            return Bytes.of();
        }
    }
}
