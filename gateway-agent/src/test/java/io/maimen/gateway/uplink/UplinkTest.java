package io.maimen.gateway.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.outbox.Entries;
import io.maimen.gateway.outbox.Outbox;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.wire.EnvelopeSignature;
import io.maimen.observation.wire.ObservationEnvelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is sent, in which order and how much at a time. */
class UplinkTest extends UplinkScenario {
    private static final int ONE_AT_A_TIME = 1;

    @Test
    void whatIsStoredIsSentAtOnceAndOnlyTheReceiptConfirmsIt() throws Exception {
        server.connect(16);
        vital("a");
        assertEquals(List.of("vital a"), server.sentSince(0));
        server.puback();
        uplink.tick();
        assertEquals(1, waiting(Lane.VITAL), "PUBACK is no receipt");
        server.confirm(0);
        uplink.tick();
        assertEquals(0, waiting(Lane.VITAL));
        assertEquals(outbox.lane(Lane.VITAL).end(), outbox.lane(Lane.VITAL).confirmed());
        assertEquals(Optional.of(NOON), uplink.status().lastReceiptAt());
    }

    @Test
    void alarmsGoBeforeVitalsBeforeWaveforms() {
        server.connect(ONE_AT_A_TIME);
        vital("first");
        waveform("w");
        vital("v");
        alarm("a");
        server.confirm(0);
        server.confirm(1);
        server.confirm(2);
        assertEquals(List.of("vital first", "alarm a", "vital v", "waveform w"), server.sentSince(0));
    }

    @Test
    void afterAnOutageTheNewGoesFirstAndTheBacklogFollows() {
        vital("old vital");
        waveform("old wave");
        alarm("old alarm");
        server.connect(ONE_AT_A_TIME);
        assertEquals(List.of("alarm old alarm"), server.sentSince(0), "nothing new yet");
        waveform("new wave");
        vital("new vital");
        alarm("new alarm");
        for (int i = 0; i < 5; i++) {
            server.confirm(i);
        }
        assertEquals(
                List.of(
                        "alarm new alarm",
                        "vital new vital",
                        "waveform new wave",
                        "vital old vital",
                        "waveform old wave"),
                server.sentSince(1));
    }

    @Test
    void anAlarmThatWaitedOutAnOutageGoesBeforeALiveWaveform() {
        alarm("old alarm 1");
        server.connect(ONE_AT_A_TIME);
        server.disconnect();
        server.connect(ONE_AT_A_TIME);
        waveform("new wave");
        server.confirm(1);
        assertEquals(List.of("alarm old alarm 1", "alarm old alarm 1", "waveform new wave"), server.sentSince(0));
    }

    @Test
    void aLargeBacklogLeavesPlacesFreeForWhatIsNew() {
        String pad = "x".repeat(40_000);
        for (int i = 0; i < 40; i++) {
            waveform(i + pad);
        }
        server.connect(16);
        assertEquals(Uplink.BACKLOG_WINDOW, server.sent());
        alarm("new alarm");
        assertEquals(List.of("alarm new alarm"), server.sentSince(Uplink.BACKLOG_WINDOW));
    }

    @Test
    void theWindowIsNeverExceeded() {
        server.connect(100);
        for (int i = 0; i < 50; i++) {
            vital("v" + i);
        }
        assertEquals(Uplink.WINDOW, server.sent());
        server.confirm(0);
        assertEquals(Uplink.WINDOW + 1, server.sent(), "the rest waits together and goes as one");
        assertEquals(50 - Uplink.WINDOW, server.envelope(Uplink.WINDOW).items().size());
    }

    @Test
    void theServersReceiveMaximumIsObeyed() {
        server.connect(2);
        for (int i = 0; i < 10; i++) {
            vital("v" + i);
        }
        assertEquals(2, server.sent());
    }

    @Test
    void anEnvelopeStaysBelowItsLimit() {
        for (int i = 0; i < 20; i++) {
            put(Entries.large(Outbox.MAX_ENTRY_BYTES - 1_000));
        }
        server.connect(16);
        for (int i = 0; i < server.sent(); i++) {
            assertTrue(server.bytes(i).length <= 256 << 10, "envelope of " + server.bytes(i).length);
            server.confirm(i);
        }
        assertEquals(0, waiting(Lane.VITAL));
    }

    @Test
    void liveEntriesConfirmedBeforeTheBacklogAreNotSentTwice() {
        String pad = "x".repeat(40_000);
        for (int i = 0; i < 6; i++) {
            waveform("old" + i + pad);
        }
        server.connect(16);
        waveform("new");
        int live = server.sent() - 1;
        assertEquals(List.of("waveform new"), server.sentSince(live));
        server.confirm(live);
        for (int i = 0; i < server.sent(); i++) {
            if (i != live) {
                server.confirm(i);
            }
        }
        assertEquals(7, server.sent());
        assertEquals(0, waiting(Lane.WAVEFORM));
    }

    @Test
    void framesWithoutItemsAreSentAndConfirmedToo() {
        server.connect(16);
        put(Entries.header("H"));
        assertEquals(List.of("vital H"), server.sentSince(0));
        server.confirm(0);
        assertEquals(0, waiting(Lane.VITAL));
    }

    @Test
    void everyEnvelopeIsSignedOverItsItems() {
        server.connect(16);
        vital("a");
        ObservationEnvelope sent = server.envelope(0);
        assertEquals(Bytes.of(EnvelopeSignature.signed(GATEWAY, Lane.VITAL, sent.items())), signer.lastSigned());
        assertEquals(TestSigner.KEY_ID, sent.signature().orElseThrow().keyId());
    }

    @Test
    void whatCouldNotBeTidiedIsSaidForAsLongAsItIsSo() throws IOException {
        server.connect(16);
        vital("a");
        server.confirm(0);
        Path inTheWay = Files.createDirectory(directory.resolve("outbox/vital/uplink.cursor.next"));
        Path soThatItStays = Files.createFile(inTheWay.resolve("file"));
        uplink.tick();
        assertTrue(uplink.status().untidy().isPresent(), "the cursor cannot have been written");
        Files.delete(soThatItStays);
        Files.delete(inTheWay);
        uplink.tick();
        assertEquals(Optional.empty(), uplink.status().untidy());
    }
}
