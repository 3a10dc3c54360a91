package io.maimen.gateway.uplink;

import static io.maimen.gateway.uplink.UplinkTransport.Refusal.NOT_BELIEVED;
import static io.maimen.gateway.uplink.UplinkTransport.Refusal.NOT_NOW;
import static io.maimen.gateway.uplink.UplinkTransport.Refusal.QUARANTINED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.maimen.observation.Lane;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What has no receipt yet, or a refusal: sent again, signed anew or let go; across reconnects and restarts too. */
class UplinkReceiptTest extends UplinkScenario {
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
    void whatTheServerQuarantinedIsHandledAndReported() {
        server.connect(16);
        vital("a");
        String digest = EnvelopeCodec.digest(server.bytes(0));
        server.pubackAndReceipt(0, new Receipt(digest, List.of(new Receipt.Quarantined(0, 0, "OBS-001")), NOON));
        assertEquals(0, waiting(Lane.VITAL));
        assertEquals(1, uplink.status().quarantinedItems());
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
}
