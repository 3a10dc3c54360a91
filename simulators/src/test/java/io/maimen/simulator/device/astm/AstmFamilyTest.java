package io.maimen.simulator.device.astm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Bytes;
import io.maimen.observation.MeasurementStatus;
import io.maimen.simulator.conformance.play.Play;
import io.maimen.simulator.conformance.play.Played;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.HostEvent.Connected;
import io.maimen.simulator.device.line.HostEvent.Elapsed;
import io.maimen.simulator.device.line.HostEvent.Written;
import io.maimen.simulator.device.line.LineDevice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AstmFamilyTest {
    private static final String ENQ = "\u0005";
    private static final String ACK = "\u0006";
    private static final String NAK = "\u0015";
    private static final String EOT = "\u0004";

    private final LineDevice analyser = new AstmFamily().make(1, DeviceClock.right(Play.PLACE), Set.of());
    private double second;

    @Test
    void whatTheGatewayCouldNotStoreIsSentAgain() {
        Played played = Play.of(new AstmFamily(), 2)
                .withRefused(store -> store % 5 == 0)
                .run();
        assertEquals(List.of(), played.missing());
        assertEquals(List.of(), played.invented());
    }

    @Test
    void whoAsksIsToldThatNothingIsOrdered() {
        Played played = Play.of(new AstmFamily(), 3, AstmFamily.ASKS)
                .withLength(Duration.ofSeconds(15))
                .run();
        String told = written(played);
        assertTrue(told.contains("H|\\^&|||Maimen|") && told.contains("L|1|I"), told);
        assertTrue(told.endsWith(EOT), "the answer ended: both frames were taken");
    }

    @Test
    void whenBothAskForTheLineTheGatewayYieldsAndAnswersAfterwards() {
        Played played = Play.of(new AstmFamily(), 3, AstmFamily.CONTENTION)
                .withLength(Duration.ofSeconds(16))
                .run();
        assertEquals(List.of(), played.missing());
        String told = written(played);
        int asked = told.indexOf(ENQ);
        assertTrue(told.startsWith(ENQ + ACK, asked), "the ENQ that met another is followed by the analyser's session");
        assertTrue(told.indexOf(ENQ, asked + 1) < told.indexOf("L|1|I"), "and is said again before the answer");
    }

    @Test
    void resultsOfControlSamplesAreMarkedAndAreNotMixedWithPatients() {
        Played played = Play.of(new AstmFamily(), 4, AstmFamily.CONTROL_SAMPLES)
                .withLength(Duration.ofSeconds(20))
                .run();
        List<Boolean> controls = played.stored().stream()
                .map(result -> result.statuses().contains(MeasurementStatus.QUALITY_CONTROL))
                .toList();
        assertEquals(List.of(false, false, true, true), controls, "glucose and potassium of two specimens");
    }

    @Test
    void moreAnswersThanQuestionsEndTheSessionBecauseTheyCarryNoNumber() {
        analyser.on(new Connected(Play.BEGIN));
        assertEquals(ENQ, elapsed(9));
        assertEquals("", answer(ACK));
        assertEquals(EOT, answer(ACK), "which of the two is for ENQ nobody can know");
        assertEquals(ENQ, elapsed(1), "and the specimen is offered again");
    }

    @Test
    void aFrameIsSentSixTimesAndThenTheSpecimenBeginsAnew() {
        analyser.on(new Connected(Play.BEGIN));
        elapsed(9);
        answer(ACK);
        String first = elapsed(0);
        for (int again = 2; again <= 6; again++) {
            assertEquals("", answer(NAK));
            assertEquals(first, elapsed(0), "the same bytes");
        }
        assertEquals(EOT, answer(NAK));
    }

    private String elapsed(double seconds) {
        second += seconds;
        return said(analyser.on(new Elapsed(Play.BEGIN.plusMillis(Math.round(second * 1000)))));
    }

    private String answer(String answer) {
        return said(analyser.on(new Written(
                DeviceAct.STREAM,
                Bytes.of(answer.getBytes(StandardCharsets.US_ASCII)),
                Play.BEGIN.plusMillis(Math.round(second * 1000)))));
    }

    private static String said(List<DeviceAct> acts) {
        return acts.stream()
                .filter(Send.class::isInstance)
                .map(act -> text(((Send) act).bytes()))
                .collect(Collectors.joining());
    }

    private static String written(Played played) {
        return played.written().stream().map(write -> text(write.bytes())).collect(Collectors.joining());
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
    }
}
