package io.maimen.driver.astm;

import static io.maimen.driver.astm.AstmLine.bytes;
import static io.maimen.driver.astm.AstmLine.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.EagerProtocol;
import io.maimen.observation.Bytes;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The session rules of LIS01-A2 section 6, as docs/devices/astm-analyser.md has them. */
class AstmProtocolTest {
    private static final byte[] ENQ = bytes("\5");
    private static final byte[] EOT = bytes("\4");
    private static final String H = "H|\\^&|||Maimen^POCT-1^AN-0001|||||||T|LIS02-A2|20260304081500";
    private static final String O = "O|1|S-000123||^^^GLU\\^^^K";
    private static final String GLU = "R|1|^^^GLU|2.7|mmol/L||L||F||op1||20260304081455";
    private static final String K = "R|2|^^^K|6.4|mmol/L||H||F||op1||20260304081455";

    private final AstmLine line = AstmLine.open();

    @Test
    void theSessionOfTheSpecificationGivesTwoResults() {
        assertEquals("AAAAAAA", line.session(H, "P|1", O, GLU, K, "L|1|N"));
        assertEquals(2, line.stored.size());
        assertEquals(List.of(), line.rejects());
    }

    @Test
    void theBytesOfTheSpecificationAreAFrame() {
        line.send(ENQ, frame(1, H + "\r"));
        // STX 2 P | 1 CR ETX 3 F CR LF
        assertEquals("A", line.send(HexFormat.ofDelimiter(" ").parseHex("02 32 50 7C 31 0D 03 33 46 0D 0A")));
    }

    @Test
    void aFrameIsAcknowledgedOnlyWhenStored() {
        line.outbox = AstmLine.Outbox.WAITS;
        line.send(ENQ);
        assertEquals("", line.send(frame(1, H + "\r")));
        line.outbox = AstmLine.Outbox.STORES;
        assertEquals("A", line.settle());
    }

    @Test
    void aFrameThatCouldNotBeStoredIsRefusedAndTakenWhenItIsSentAgain() {
        line.send(ENQ, frame(1, H + "\r"), frame(2, O + "\r"));
        line.outbox = AstmLine.Outbox.REFUSES;
        assertEquals("NN", line.send(frame(3, GLU + "\r"), frame(3, GLU + "\r")));
        assertEquals(0, line.stored.size());
        line.outbox = AstmLine.Outbox.STORES;
        assertEquals("A", line.send(frame(3, GLU + "\r")));
        assertEquals("S-000123", line.only().source().specimen().orElseThrow().value());
    }

    @Test
    void aDamagedFrameIsRefusedAndKeptWithCodeAndPlace() {
        byte[] damaged = frame(1, H + "\r");
        damaged[5] ^= 1;
        assertEquals("AN", line.send(ENQ, damaged));
        assertEquals("AST-004", line.rejected().get(0).error().code());
        assertEquals(damaged.length - 4, line.rejected().get(0).error().offset());
        assertEquals("A", line.send(frame(1, H + "\r")));
    }

    @Test
    void aFrameSentAgainIsAcknowledgedAgainAndStoredOnce() {
        line.send(ENQ, frame(1, H + "\r"), frame(2, O + "\r"), frame(3, GLU + "\r"));
        assertEquals("A", line.send(frame(3, GLU + "\r")));
        line.only();
    }

    @Test
    void theSameNumberWithAnotherTextIsNoRetransmission() {
        line.send(ENQ, frame(1, H + "\r"), frame(2, GLU + "\r"));
        assertEquals("N", line.send(frame(2, K + "\r")));
        assertEquals(List.of("AST-012"), line.rejects());
        line.only();
    }

    @Test
    void aFrameOutOfOrderIsRefused() {
        assertEquals("AN", line.send(ENQ, frame(2, H + "\r")));
        assertEquals(List.of("AST-011"), line.rejects());
    }

    @Test
    void frameNumbersGoFromSevenToZero() {
        line.send(ENQ);
        for (int number = 1; number <= 20; number++) {
            assertEquals("A", line.send(frame(number, "C|" + number + "|I|x\r")), "frame " + number);
        }
    }

    @Test
    void anAnalyserThatDoesNotCountIsTakenWhenItsOptionSaysSo() {
        AstmLine lenient = AstmLine.with(Map.of("frameNumbers", "lenient"));
        assertEquals(
                "AAAAA",
                lenient.send(ENQ, frame(1, H + "\r"), frame(1, GLU + "\r"), frame(1, K + "\r"), frame(1, K + "\r")));
        assertEquals(2, lenient.stored.size());
    }

    @Test
    void carriageReturnOrLineFeedAloneEndAFrameToo() {
        assertEquals(
                "AAAA",
                line.send(
                        ENQ,
                        frame(1, H + "\r", '\3', "\r"),
                        frame(2, "P|1\r", '\3', "\n"),
                        frame(3, GLU + "\r", '\3', "\r\n")));
        assertEquals(List.of(), line.rejects());
        line.only();
    }

    @Test
    void aRecordMayBeSplitOverFrames() {
        line.send(ENQ, frame(1, H + "\r" + GLU.substring(0, 9), '\27', "\r\n"));
        assertEquals(0, line.stored.size());
        line.send(frame(2, GLU.substring(9) + "\r"));
        assertEquals(2, line.only().provenance().rawFrames().size());
    }

    @Test
    void aWholeMessageMayComeInOneFrame() {
        String message = String.join("\r", H, "P|1", O, GLU, K, "L|1|N") + "\r";
        assertEquals("AA", line.send(ENQ, frame(1, message), EOT));
        assertEquals(2, line.stored.size());
        assertEquals(List.of(), line.rejects());
    }

    @Test
    void aLongFrameIsTakenUpToTheLimitAndRefusedBeyond() {
        AstmLine small = AstmLine.with(Map.of("maxFrameBytes", "1000"));
        assertEquals("AA", small.send(ENQ, frame(1, "M|" + "x".repeat(990) + "\r", '\3', "\r")));
        assertEquals("N", small.send(frame(2, "M|" + "x".repeat(1500) + "\r")));
        assertTrue(small.rejects().contains("AST-007"), small.rejects().toString());
        assertEquals("A", small.send(frame(2, "L|1|N\r")));
    }

    @Test
    void aKeepAliveIsAnsweredAndLeavesNothing() {
        assertEquals("A", line.send(ENQ, EOT));
        assertEquals(List.of(), line.rejects());
    }

    @Test
    void enquiryInsideASessionBeginsAnewAndFlagsWhatWasUnfinished() {
        line.send(ENQ, frame(1, H + "\r"), frame(2, GLU + "\r"));
        assertEquals("A", line.send(ENQ));
        assertEquals(List.of("AST-013"), line.rejects());
        assertEquals("AA", line.send(frame(1, H + "\r"), frame(2, GLU + "\r")));
        assertEquals(line.stored.get(0).id(), line.stored.get(1).id());
    }

    @Test
    void silenceEndsTheSessionAndFlagsWhatWasUnfinished() {
        line.send(ENQ, frame(1, H + "\r"), bytes("\0022R|1|^^^GLU|2.7"));
        assertEquals("", line.on(new DriverEvent.Elapsed(AstmLine.AT.instant())));
        assertEquals(List.of("AST-008", "AST-013"), line.rejects());
        assertEquals("A", line.send(ENQ));
    }

    @Test
    void theSilenceWatchIsSetAgainByEveryAnswerAndByAFramesBytes() {
        line.send(ENQ);
        assertEquals(List.of(new Wake(Duration.ofSeconds(30))), wakes());
        line.send(bytes("\0021" + "x".repeat(600)));
        assertEquals(4, wakes().size());
    }

    @Test
    void whileAFrameIsBeingStoredSilenceIsOurs() {
        line.outbox = AstmLine.Outbox.WAITS;
        line.send(ENQ, frame(1, H + "\r"));
        line.on(new DriverEvent.Elapsed(AstmLine.AT.instant()));
        line.outbox = AstmLine.Outbox.STORES;
        assertEquals("A", line.settle());
    }

    @Test
    void aLostConnectionFlagsWhatWasUnfinishedAndAnswersNothingMore() {
        line.send(ENQ, frame(1, H + "\r"));
        line.outbox = AstmLine.Outbox.WAITS;
        line.send(frame(2, GLU + "\r"));
        line.on(new DriverEvent.Disconnected(AstmLine.AT.instant()));
        assertEquals(List.of("AST-013"), line.rejects());
        line.outbox = AstmLine.Outbox.STORES;
        assertEquals("", line.settle());
    }

    @Test
    void anAnswerNobodyWaitsForAnyLongerIsLeftUnsaid() {
        line.outbox = AstmLine.Outbox.WAITS;
        line.send(ENQ, frame(1, H + "\r"));
        line.send(EOT, ENQ); // the device gave up after 15 s and asks anew
        line.outbox = AstmLine.Outbox.STORES;
        assertEquals("A", line.settle()); // for the ENQ, and not a second one that would answer frame 1
    }

    @Test
    void aRetransmissionWhileTheFrameIsBeingStoredIsAnsweredOnce() {
        line.send(ENQ, frame(1, H + "\r"));
        line.outbox = AstmLine.Outbox.WAITS;
        line.send(frame(2, GLU + "\r"), frame(2, GLU + "\r"));
        line.outbox = AstmLine.Outbox.STORES;
        assertEquals("A", line.settle());
        line.only();
    }

    @Test
    void aDeviceThatNeverWaitsLosesNothingWithinTheLimit() {
        line.outbox = AstmLine.Outbox.WAITS;
        line.send(ENQ, frame(1, H + "\r"), frame(2, GLU + "\r"), frame(3, K + "\r"), frame(4, "L|1|N\r"), EOT);
        line.outbox = AstmLine.Outbox.STORES;
        while (!line.waiting.isEmpty()) {
            line.settle();
        }
        assertEquals(2, line.stored.size());
        assertEquals(List.of(), line.rejects());
    }

    @Test
    void whatADeviceSendsBeyondTheLimitWithoutWaitingIsKeptAside() {
        line.outbox = AstmLine.Outbox.WAITS;
        line.send(ENQ, frame(1, H + "\r"));
        line.send(new byte[60_000], new byte[60_000]);
        assertEquals(List.of("AST-014"), line.rejects());
    }

    @Test
    void noiseBetweenFramesIsKeptAsideAndHarmsNothing() {
        assertEquals("AA", line.send(ENQ, bytes("noise"), frame(1, H + "\r"), bytes("\r\n")));
        assertEquals(List.of("AST-009"), line.rejects());
        assertEquals(Bytes.of(bytes("noise")), line.rejected().get(0).rawFrame().bytes());
    }

    @Test
    void aFrameWithoutEnquiryIsKeptAsideAndNotAnswered() {
        assertEquals("", line.send(frame(1, H + "\r")));
        assertEquals(List.of("AST-010"), line.rejects());
    }

    @Test
    void controlBytesInsideTextAreTextWhenTheChecksumSaysSo() {
        assertEquals("AA", line.send(ENQ, frame(1, "C|1|I|a\2b\1c\0d\r")));
        assertEquals(List.of(), line.rejects());
    }

    @Test
    void aFlippedBitThatMakesAnEnquiryOfACarriageReturnIsNotAnsweredAsOne() {
        byte[] inText = frame(1, H + "\r");
        inText[inText.length - 6] = 0x05; // CR before ETX
        byte[] inTrailer = frame(1, H + "\r");
        inTrailer[inTrailer.length - 2] = 0x05;
        assertEquals("ANNA", line.send(ENQ, inText, inTrailer, frame(1, H + "\r")));
    }

    @Test
    void aFrameWhoseSenderGaveUpIsKeptAsideAndTheNextSessionIsHeard() {
        assertEquals("AA", line.send(ENQ, bytes("\0021H|\\^&"), EOT, ENQ));
        assertEquals(List.of("AST-008"), line.rejects());
    }

    @Test
    void aRecordThatCannotBeReadIsKeptAsideWithItsPlaceAndStillAcknowledged() {
        String unknown = "R|1|^^^NA|140|mmol/L||N||F||||20260304081455";
        assertEquals("AAA", line.send(ENQ, frame(1, H + "\r"), frame(2, "C|1\r" + unknown + "\r" + GLU + "\r")));
        line.only();
        assertEquals("AST-022", line.rejected().get(0).error().code());
        assertEquals(2 + "C|1\r".length(), line.rejected().get(0).error().offset());
    }

    @Test
    void theAcknowledgementCheckCatchesAProtocolThatThanksTooEarly() {
        AstmLine eager = new AstmLine(new EagerProtocol(
                AstmLine.protocol("connection-1", Map.of()), new Write(Channel.STREAM, Bytes.of((byte) 6))));
        eager.send(ENQ);
        assertThrows(AssertionError.class, () -> eager.send(frame(1, H + "\r")));
    }

    private List<DriverAction> wakes() {
        return line.actions.stream().filter(Wake.class::isInstance).toList();
    }
}
