package io.maimen.gateway.uplink;

import static io.maimen.gateway.uplink.UplinkTransport.Refusal.NOT_BELIEVED;
import static io.maimen.gateway.uplink.UplinkTransport.Refusal.NOT_NOW;
import static io.maimen.gateway.uplink.UplinkTransport.Refusal.QUARANTINED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.config.GatewayConfig.OutboxLimits;
import io.maimen.gateway.outbox.Entries;
import io.maimen.gateway.outbox.LaneChoice;
import io.maimen.gateway.outbox.Outbox;
import io.maimen.gateway.outbox.StoreOutcome;
import io.maimen.log.FileDisk;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.SettableClock;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.EnvelopeSignature;
import io.maimen.observation.wire.ObservationEnvelope;
import io.maimen.observation.wire.OutboxEntry;
import io.maimen.observation.wire.Receipt;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of sending, step by step: real lanes, a server in the test's hand, a clock that stands still. */
class UplinkTest {
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    private static final GatewayId GATEWAY = new GatewayId("clinic-demo");
    private static final int ONE_AT_A_TIME = 1;

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock(NOON);
    private final TestSigner signer = new TestSigner();
    private FakeTransport server;
    private Outbox outbox;
    private Uplink uplink;

    @BeforeEach
    void start() throws IOException {
        outbox = Outbox.open(
                name -> FileDisk.open(directory.resolve(name)), OutboxLimits.STANDARD, new LaneChoice(UplinkTest::low));
        server = new FakeTransport();
        uplink = new Uplink(GATEWAY, signer, outbox, server, clock, Runnable::run);
        uplink.start();
    }

    @AfterEach
    void stop() {
        outbox.close();
    }

    private void restart() throws IOException {
        stop();
        start();
    }

    private static boolean low(Observation observation) {
        return observation.value() instanceof NumericValue number
                && number.quantity().value().compareTo(new BigDecimal("3.0")) < 0;
    }

    private void put(OutboxEntry entry) {
        StoreOutcome outcome = outbox.put(entry);
        assertTrue(outcome instanceof StoreOutcome.Stored, outcome.toString());
        uplink.wake();
    }

    private void alarm(String name) {
        put(Entries.glucose(name, "2.7"));
    }

    private void vital(String name) {
        put(Entries.glucose(name, "5.0"));
    }

    private void waveform(String name) {
        put(Entries.block(name));
    }

    private long waiting(Lane lane) {
        return outbox.lane(lane).status().entries();
    }

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
    void withoutAReceiptTheSameBytesAreSentAgainAfterThirtySeconds() {
        server.connect(16);
        vital("a");
        server.puback();
        clock.advance(Duration.ofSeconds(29));
        uplink.tick();
        assertEquals(1, server.sent());
        clock.advance(Duration.ofSeconds(1));
        vital("b");
        uplink.tick();
        assertEquals(List.of("vital a", "vital b", "vital a"), server.sentSince(0));
        assertArrayEquals(server.bytes(0), server.bytes(2));
        assertEquals(Optional.of("no receipt for 30 s"), uplink.status().trouble());
        server.confirm(2);
        assertEquals(Optional.empty(), uplink.status().trouble());
        assertEquals(1, waiting(Lane.VITAL));
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

    @Test
    void afterAReconnectWhatHasNoReceiptIsSentAgain() {
        server.connect(16);
        vital("a");
        server.disconnect();
        assertFalse(uplink.status().connected());
        vital("b");
        server.connect(16);
        vital("c");
        assertEquals(List.of("vital a", "vital a", "vital b", "vital c"), server.sentSince(0));
    }

    @Test
    void aReceiptThatComesAfterTheReconnectStillCounts() {
        server.connect(16);
        vital("a");
        server.disconnect();
        server.connect(16);
        assertEquals(2, server.sent());
        server.confirm(0);
        assertEquals(0, waiting(Lane.VITAL));
        server.confirm(1);
        assertEquals(0, waiting(Lane.VITAL), "a second receipt changes nothing");
    }

    /** The receipt of the second comes, the first's does not: after a restart both are sent, or one would be lost. */
    @Test
    void theCursorIsTheLowestPositionWithoutAReceipt() throws Exception {
        server.connect(16);
        vital("a");
        vital("b");
        server.confirm(1);
        uplink.tick();
        restart();
        server.connect(16);
        assertEquals(List.of("vital a b"), server.sentSince(0));
    }

    @Test
    void whatIsConfirmedIsNotSentAgainAfterARestart() throws Exception {
        server.connect(16);
        vital("a");
        vital("b");
        server.confirm(0);
        uplink.tick();
        restart();
        server.connect(16);
        assertEquals(List.of("vital b"), server.sentSince(0));
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
    void whatTheServerQuarantinedIsHandledAndReported() {
        server.connect(16);
        vital("a");
        String digest = EnvelopeCodec.digest(server.bytes(0));
        server.pubackAndReceipt(0, new Receipt(digest, List.of(new Receipt.Quarantined(0, 0, "OBS-001")), NOON));
        assertEquals(0, waiting(Lane.VITAL));
        assertEquals(1, uplink.status().quarantinedItems());
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
    void whatTheServerDoesNotBelieveIsKeptAndSignedAnewAfterThirtySeconds() {
        server.connect(16);
        vital("a");
        server.refuse(0, NOT_BELIEVED);
        uplink.tick();
        assertEquals(1, server.sent(), "not at once: nothing has changed yet");
        assertEquals(1, waiting(Lane.VITAL));
        assertEquals(
                Optional.of("the server does not believe this gateway's signature: PUBACK 0x80"),
                uplink.status().trouble());

        clock.advance(Uplink.RECEIPT_LIMIT);
        uplink.tick();
        assertEquals(List.of("vital a", "vital a"), server.sentSince(0));
        assertNotEquals(server.envelope(0).signature(), server.envelope(1).signature());
        server.confirm(1);
        assertEquals(0, waiting(Lane.VITAL));
        assertEquals(Optional.empty(), uplink.status().trouble());
    }

    @Test
    void whatTheServerDidNotBelieveIsSignedAnewWhenTheConnectionStandsAgain() {
        server.connect(16);
        vital("a");
        server.refuse(0, NOT_BELIEVED);
        server.disconnect();
        server.connect(16);
        assertEquals(List.of("vital a", "vital a"), server.sentSince(0));
        assertNotEquals(server.envelope(0).signature(), server.envelope(1).signature());
    }

    @Test
    void whatTheServerHasNoRoomForIsSentAgainInTheSameBytes() {
        server.connect(16);
        vital("a");
        server.refuse(0, NOT_NOW);
        clock.advance(Uplink.RECEIPT_LIMIT);
        uplink.tick();
        assertArrayEquals(server.bytes(0), server.bytes(1));
    }

    @Test
    void whatTheServerKeepsInQuarantineWholeIsHandledAndTheLaneMovesOn() throws Exception {
        server.connect(16);
        vital("a");
        vital("b");
        server.refuse(0, QUARANTINED);
        assertEquals(1, uplink.status().quarantinedItems());
        assertEquals(
                Optional.of("the server could not read an envelope and keeps it in quarantine: PUBACK 0x80"),
                uplink.status().trouble());
        server.confirm(1);
        uplink.tick();
        assertEquals(outbox.lane(Lane.VITAL).end(), outbox.lane(Lane.VITAL).confirmed());
        assertEquals(2, server.sent());
        assertEquals(1, uplink.status().quarantinedItems(), "still told when all goes well again");
    }

    @Test
    void aReceiptThatJudgesTooFewItemsConfirmsNothing() {
        server.connect(16);
        vital("a");
        String digest = EnvelopeCodec.digest(server.bytes(0));
        server.pubackAndReceipt(0, new Receipt(digest, List.of(), NOON));
        assertEquals(1, waiting(Lane.VITAL));
        clock.advance(Uplink.RECEIPT_LIMIT);
        uplink.tick();
        assertEquals(2, server.sent());
    }

    @Test
    void aReceiptOfRubbishOrOfAnotherEnvelopeChangesNothing() {
        server.connect(16);
        vital("a");
        server.receipt(new byte[] {1, 2, 3});
        server.pubackAndReceipt(0, new Receipt("00".repeat(32), List.of(new Receipt.Stored(0, 0)), NOON));
        assertEquals(1, waiting(Lane.VITAL));
    }

    @Test
    void framesWithoutItemsAreSentAndConfirmedToo() {
        server.connect(16);
        put(Entries.header("H"));
        assertEquals(List.of("vital H"), server.sentSince(0));
        server.confirm(0);
        assertEquals(0, waiting(Lane.VITAL));
    }
}
