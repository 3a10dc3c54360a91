package io.maimen.simulator.device.hl7;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Bytes;
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
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class Hl7FamilyTest {
    private final LineDevice monitor = new Hl7Family().make(1, DeviceClock.right(Play.PLACE), Set.of());

    @Test
    void whatTheGatewayCouldNotStoreComesAgain() {
        Played played =
                Play.of(new Hl7Family(), 2).withRefused(store -> store == 2).run();
        assertEquals(List.of(), played.missing());
        assertEquals(List.of(), played.invented());
    }

    @Test
    void afterAeItSendsTheSameAgainAndAfterArItGoesOn() {
        monitor.on(new Connected(Play.BEGIN));
        String first = sent(8);
        answer("AE", first);
        assertEquals(first, sent(13), "the same bytes");
        answer("AR", first);
        assertNotEquals(first, sent(21));
    }

    @Test
    void anAnswerToAnotherMessageIsNone() {
        monitor.on(new Connected(Play.BEGIN));
        String first = sent(8);
        write("MSA|AA|SOMETHING-ELSE\r");
        assertEquals(first, sent(13));
    }

    private String sent(long second) {
        List<DeviceAct> acts = monitor.on(new Elapsed(Play.BEGIN.plusSeconds(second)));
        return acts.stream()
                .filter(Send.class::isInstance)
                .map(act -> new String(((Send) act).bytes().toArray(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private void answer(String code, String message) {
        Matcher controlId = Pattern.compile("\\|(SIM[0-9]+-[0-9]+)\\|P\\|").matcher(message);
        assertTrue(controlId.find());
        write("MSA|" + code + "|" + controlId.group(1) + "\r");
    }

    private void write(String segment) {
        String answer = "\u000bMSH|^~\\&|||||||ACK^R01|1|P|2.6\r" + segment + "\u001c\r";
        monitor.on(new Written("stream", Bytes.of(answer.getBytes(StandardCharsets.UTF_8)), Play.BEGIN));
    }
}
