package io.maimen.driver.contec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.FakeSession;
import io.maimen.observation.Bytes;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.device.UserSlot;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The conversation of a public capture, report by report. */
class Contec08aProtocolTest {
    private static final String GREETED = "48 41 02 13 01 02";
    private static final String SWITCHED_ON = "4A 43 01";
    /** 148/85, mean 105, 72 per minute, 2023-05-01 13:09. */
    private static final String RECORD = "82 80 94 D5 C8 E9 97 85 80 81 8D 89 80 91";

    private final FakeSession session = new FakeSession(new Contec08aDriver(), Map.of()).connect();

    @Test
    void theMemoryOfEachUserIsReadAndItsRecordsAreReadings() {
        greet();
        user(1, RECORD);
        user(2);
        user(3);
        assertEquals(2, session.observations.size(), "pressure and pulse");
        assertEquals(3, session.observations.get(0).components().size(), "systolic, diastolic and mean");
        assertEquals(
                Optional.of(new UserSlot(1)),
                session.observations.get(0).source().slot());
        assertEquals(
                Instant.parse("2023-05-01T05:09:00Z"),
                session.observations.get(0).timing().measuredAt());
        assertEquals(Nomenclature.PULSE_RATE_CUFF, session.observations.get(1).type());
        assertEquals(List.of(), session.rejects);
    }

    @Test
    void aMinuteLaterItIsAskedAgainAndOnlyWhatIsNewIsTold() {
        greet();
        user(1, RECORD);
        user(2);
        user(3);
        session.elapse(Contec08aProtocol.EVERY);
        assertEquals(Contec08aProtocol.PING, asked());
        greet();
        user(1, RECORD, RECORD.replace("89", "8A"));
        assertEquals(4, session.observations.size());
    }

    @Test
    void aReadingWithoutADateCountsAndSaysSo() {
        greet();
        user(1, "82 80 94 D5 C8 E9 97 80 80 80 8D 89 80 91");
        assertTrue(session.observations.get(0).statuses().contains(MeasurementStatus.DEVICE_CLOCK_UNSET));
    }

    @Test
    void aDamagedRecordIsPutAsideAndTheNextIsRead() {
        greet();
        user(1, RECORD.replace("D5", "55"), RECORD);
        assertEquals("OMR-010", session.rejects.get(0).error().code());
        assertEquals(2, session.observations.size());
    }

    @Test
    void theReadingsOfAnotherUserThanAskedForAreNobodys() {
        greet();
        send(SWITCHED_ON);
        send("46 41 80 80 81 82 80 80 80 80 80 80 80 82");
        assertEquals("OMR-031", session.rejects.get(0).error().code());
        assertEquals(List.of("the cuff tells another user's readings"), session.closed());
    }

    @Test
    void whoDoesNotAnswerIsSwitchedOff() {
        session.elapse(Contec08aProtocol.ANSWER_WITHIN);
        assertTrue(
                session.closed().get(0).startsWith("OMR-029"), session.closed().toString());
    }

    @Test
    void anAnswerToSomethingElseEndsTheConversation() {
        greet();
        send(GREETED);
        assertEquals("OMR-030", session.rejects.get(0).error().code());
        assertEquals(1, session.closed().size());
    }

    private void greet() {
        assertEquals(Contec08aProtocol.PING, asked());
        send("40");
        assertEquals(Contec08aProtocol.PING, asked());
        send("40");
        assertEquals(Contec08aProtocol.GREETING, asked());
        send(GREETED);
    }

    private void user(int number, String... records) {
        assertEquals(Bytes.of(report("43 41 01 0" + (3 + number) + " 02")), asked());
        send(SWITCHED_ON);
        send("46 41 80 80 8" + records.length + " 82 80 80 80 80 80 80 80 8" + number);
        for (String record : records) {
            send(record);
        }
    }

    /** What was written last. */
    private Bytes asked() {
        List<Write> writes = session.actions.stream()
                .filter(Write.class::isInstance)
                .map(Write.class::cast)
                .toList();
        return writes.get(writes.size() - 1).bytes();
    }

    private void send(String begin) {
        session.send(Channel.HID_REPORT, report(begin));
    }

    private static byte[] report(String begin) {
        return Arrays.copyOf(FakeSession.hex(begin), Contec08aProtocol.REPORT);
    }
}
