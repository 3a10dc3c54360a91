package io.maimen.simulator.device.astm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.simulator.device.astm.SendOutcome.Again;
import io.maimen.simulator.device.astm.SendOutcome.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each test is one conversation: what the analyser wrote, against a gateway that answers by a rule. */
class FrameSenderTest {
    private static final byte[] NOTHING = {};
    private static final byte[] ACK = {Frame.ACK};
    private static final byte[] NAK = {Frame.NAK};
    private static final List<String> MESSAGE = List.of("H", "R", "L");

    private final List<Integer> announced = new ArrayList<>();

    @Test
    void eachFrameWaitsForItsAnswerAndTheSessionEnds() throws Exception {
        ScriptedLine line = new ScriptedLine(said -> said.equals("EOT") ? NOTHING : ACK);
        assertEquals(new Taken(), send(line));
        assertEquals(List.of("ENQ", "1H", "2R", "3L", "EOT"), line.written);
        assertEquals(List.of(0, 1, 2), announced);
    }

    @Test
    void aRefusedFrameIsSentAgainWithTheSameBytes() throws Exception {
        ScriptedLine line = new ScriptedLine(refusingOnce("2R"));
        assertEquals(new Taken(), send(line));
        assertEquals(List.of("ENQ", "1H", "2R", "2R", "3L", "EOT"), line.written);
    }

    @Test
    void aByteThatIsNoAcknowledgementRefusesAFrame() throws Exception {
        List<String> seen = new ArrayList<>();
        ScriptedLine line = new ScriptedLine(said -> {
            seen.add(said);
            boolean first = said.equals("1H") && Collections.frequency(seen, said) == 1;
            return first ? new byte[] {0x41} : ACK;
        });
        assertEquals(new Taken(), send(line));
        assertEquals(List.of("ENQ", "1H", "1H", "2R", "3L", "EOT"), line.written);
    }

    @Test
    void afterSixRefusalsTheSpecimenStartsAnew() throws Exception {
        ScriptedLine line = new ScriptedLine(said -> said.equals("2R") ? NAK : ACK);
        assertEquals(new Again("frame 2 refused 6 times", Duration.ofSeconds(10)), send(line));
        assertEquals(List.of("ENQ", "1H", "2R", "2R", "2R", "2R", "2R", "2R", "EOT"), line.written);
    }

    @Test
    void aGatewayThatIsNotThereIsGivenFifteenSeconds() throws Exception {
        ScriptedLine line = new ScriptedLine(said -> NOTHING);
        Instant begin = line.clock.instant();
        assertEquals(new Again("no answer to ENQ", Duration.ZERO), send(line));
        assertEquals(List.of("ENQ", "EOT"), line.written);
        assertEquals(Duration.ofSeconds(15), Duration.between(begin, line.clock.instant()));
    }

    @Test
    void aGatewayThatDiesInASessionEndsIt() throws Exception {
        ScriptedLine line = new ScriptedLine(said -> said.equals("2R") ? NOTHING : ACK);
        assertEquals(new Again("no answer to frame 2", Duration.ZERO), send(line));
        assertEquals(List.of("ENQ", "1H", "2R", "EOT"), line.written);
    }

    @Test
    void aBusyGatewayIsLeftAloneForTenSeconds() throws Exception {
        ScriptedLine line = new ScriptedLine(said -> NAK);
        assertEquals(new Again("NAK to ENQ", Duration.ofSeconds(10)), send(line));
        assertEquals(List.of("ENQ"), line.written);
    }

    @Test
    void whenBothAskTheAnalyserAsksAgainAfterASecond() throws Exception {
        ScriptedLine line = new ScriptedLine(said -> new byte[] {Frame.ENQ});
        assertEquals(new Again("ENQ to ENQ: both want to send", Duration.ofSeconds(1)), send(line));
        assertEquals(List.of("ENQ"), line.written);
    }

    @Test
    void aGatewayThatWantsToSendIsToldThatNobodyListens() throws Exception {
        ScriptedLine line = new ScriptedLine(said -> NOTHING);
        line.hear(Frame.ENQ);
        new FrameSender(line, LineTimes.STANDARD).pause(Duration.ofSeconds(1));
        assertEquals(List.of("NAK"), line.written);
    }

    /**
     * A gateway that was away finds the ENQs of the meantime in its buffer and answers each. The second ACK says nothing
     * about frame 1; a sender that counted it would take a specimen for taken one frame too early.
     */
    @Test
    void answersToOldQuestionsAreNotCountedForFrames() throws Exception {
        List<String> seen = new ArrayList<>();
        ScriptedLine line = new ScriptedLine(said -> {
            seen.add(said);
            if (Collections.frequency(seen, "ENQ") == 1) {
                return NOTHING;
            }
            return said.equals("ENQ") ? new byte[] {Frame.ACK, Frame.ACK} : ACK;
        });
        FrameSender sender = new FrameSender(line, LineTimes.STANDARD);
        assertEquals(new Again("no answer to ENQ", Duration.ZERO), sender.send(MESSAGE, announced::add));
        assertEquals(new Again("more answers than questions", Duration.ZERO), sender.send(MESSAGE, announced::add));
        assertEquals(List.of("ENQ", "EOT", "ENQ", "EOT"), line.written);
        assertEquals(List.of(), announced);
    }

    @Test
    void whatWasSaidBeforeTheQuestionIsNoAnswerToIt() throws Exception {
        ScriptedLine line = new ScriptedLine(said -> said.equals("ENQ") ? NAK : ACK);
        line.hear(Frame.ACK);
        assertEquals(new Again("NAK to ENQ", Duration.ofSeconds(10)), send(line));
    }

    private SendOutcome send(ScriptedLine line) throws Exception {
        return new FrameSender(line, LineTimes.STANDARD).send(MESSAGE, announced::add);
    }

    private static Function<String, byte[]> refusingOnce(String frame) {
        List<String> seen = new ArrayList<>();
        return said -> {
            seen.add(said);
            return said.equals(frame) && Collections.frequency(seen, said) == 1 ? NAK : ACK;
        };
    }
}
