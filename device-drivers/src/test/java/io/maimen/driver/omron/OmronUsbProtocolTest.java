package io.maimen.driver.omron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.FakeSession;
import io.maimen.observation.Bytes;
import io.maimen.observation.device.UserSlot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The conversation of public captures, report by report: a byte that says how many of the seven after it count. */
class OmronUsbProtocolTest {
    private static final String OK = "02 4F 4B 00 00 00 00 00";
    private static final String NO = "02 4E 4F 45 00 7B 4E 57";
    private static final String NONE = "07 4F 4B 00 00 14 00 00  01 14 4B 00 00 14 00 00";
    private static final String TWO = "07 4F 4B 00 00 14 00 02  01 16 4B 00 00 14 00 02";
    /** 123/78, 87 per minute, 2007-01-01 00:06:38. */
    private static final String FIRST = "07 4F 4B 00 07 01 01 00  07 06 26 00 00 7B 4E 57  03 00 00 45 00 7B 4E 57";

    /** 121/73, 88 per minute, 2007-01-02 00:08:38. */
    private static final String SECOND = "07 4F 4B 00 07 01 02 00  07 08 26 00 00 79 49 58  03 00 00 42 00 79 49 58";

    private final FakeSession session = new FakeSession(new OmronUsbDriver(), Map.of()).connect();

    @Test
    void bothUsersReadingsAreCountedAndReadOneByOne() {
        assertEquals(new Write(Channel.HID_FEATURE, OmronUsbProtocol.READINGS_MODE), session.actions.get(0));
        send(OK);
        asked("07 47 44 43 00 00 00 00", "01 00 00 00 00 00 00 00");
        send(TWO);
        asked("07 47 4D 45 00 00 00 00", "01 00 00 00 00 00 00 00");
        send(FIRST);
        asked("07 47 4D 45 00 00 00 01", "01 01 00 00 00 00 00 00");
        send(SECOND);
        send(OK);
        asked("07 47 44 43 00 01 00 00", "01 01 00 00 00 00 00 00");
        send(NONE);
        assertEquals(4, session.observations.size(), "two pressures, two pulses");
        assertEquals(
                Optional.of(new UserSlot(1)),
                session.observations.get(0).source().slot());
        assertEquals(
                Instant.parse("2006-12-31T16:06:38Z"),
                session.observations.get(0).timing().measuredAt());
        assertEquals(List.of(), session.rejects);
        assertEquals(List.of(), session.closed());
    }

    @Test
    void noMeansAskAgain() {
        send(OK);
        send(NO);
        asked("07 47 44 43 00 00 00 00", "01 00 00 00 00 00 00 00");
        send(TWO);
        send(NO);
        asked("07 47 4D 45 00 00 00 00", "01 00 00 00 00 00 00 00");
        send(FIRST);
        assertEquals(2, session.observations.size());
    }

    @Test
    void tenTimesNoIsTheEnd() {
        for (int i = 0; i < 10; i++) {
            send(NO);
        }
        assertTrue(
                session.closed().get(0).startsWith("OMR-033"), session.closed().toString());
    }

    @Test
    void aDamagedReplyIsPutAsideAndTheConversationBeginsAnew() {
        send(OK);
        send(TWO);
        send(FIRST.replace("7B 4E 57  03", "7A 4E 57  03"));
        assertEquals("OMR-003", session.rejects.get(0).error().code());
        assertEquals(List.of("the cuff's reply was damaged; it is asked anew"), session.closed());
        assertEquals(List.of(), session.observations);
    }

    /** A late reply says nothing of which user it is about: it must not be taken for the next one's. */
    @Test
    void whatComesBeforeTheLineIsClearIsNobodys() {
        send(FIRST);
        send(OK);
        send(NONE);
        assertEquals(List.of(), session.observations);
    }

    @Test
    void aMinuteLaterItIsAskedAgainAndOnlyWhatIsNewIsTold() {
        whole(TWO, FIRST, SECOND);
        session.elapse(OmronUsbProtocol.EVERY);
        whole(TWO, FIRST, SECOND);
        assertEquals(4, session.observations.size());
    }

    @Test
    void aCuffThatDoesNotTakeTheFeatureReportIsNotTalkedTo() {
        session.refuseWrite(Channel.HID_FEATURE, "system error 25");
        assertTrue(
                session.closed().get(0).startsWith("OMR-032"), session.closed().toString());
    }

    @Test
    void whoDoesNotAnswerIsSwitchedOff() {
        session.elapse(OmronUsbProtocol.ANSWER_WITHIN);
        assertTrue(
                session.closed().get(0).startsWith("OMR-029"), session.closed().toString());
    }

    private void whole(String... ofTheFirstUser) {
        send(OK);
        for (String reply : ofTheFirstUser) {
            send(reply);
        }
        send(OK);
        send(NONE);
    }

    /** The last writes. */
    private void asked(String... reports) {
        List<Bytes> written = session.actions.stream()
                .filter(Write.class::isInstance)
                .map(action -> ((Write) action).bytes())
                .toList();
        for (int i = 0; i < reports.length; i++) {
            assertEquals(Bytes.of(FakeSession.hex(reports[i])), written.get(written.size() - reports.length + i));
        }
    }

    private void send(String reports) {
        session.send(Channel.HID_REPORT, FakeSession.hex(reports));
    }
}
