package io.maimen.driver.hl7;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.FakeSession;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Hl7ProtocolTest {
    private static final String HEADER =
            "MSH|^~\\&|MON^080019FFFE134535^EUI-64|ICU|||20261102124000+0800||ORU^R01^ORU_R01|";
    /** A cuff's three pressures in one channel, its pulse, and what says nothing: no value, status X. */
    private static final String RESULTS =
            "|P|2.6\rPID|||4711^^^PID^MR\rPV1||I|ICU^^7\rOBR|1|||182777000^x^SCT|||20261102123955+0800\r"
                    + "OBX|1||69854^MDC_DEV_METER_PRESS_BLD_VMD^MDC|1.13.0.0|||||||X\r"
                    + "OBX|2|NM|150021^MDC_PRESS_BLD_NONINV_SYS^MDC|1.13.1.1|128|266016^MDC_DIM_MMHG^MDC|||||R\r"
                    + "OBX|3|NM|150022^MDC_PRESS_BLD_NONINV_DIA^MDC|1.13.1.2|79|266016^MDC_DIM_MMHG^MDC|||||R\r"
                    + "OBX|4|NM|149546^MDC_PULS_RATE_NON_INV^MDC|1.13.1.4|66|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R\r"
                    + "OBX|5|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.14.1.1||262688^MDC_DIM_PERCENT^MDC|||||R\r"
                    + "OBX|6|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.14.1.1|0|262688^MDC_DIM_PERCENT^MDC|||||X\r";

    @Test
    void aMonitorsMessageIsStoredThenAcceptedAndItsPressuresAreOne() {
        FakeSession session = open(Map.of()).send(mllp(HEADER + "M1" + RESULTS));
        assertEquals(List.of(), session.rejects);
        assertEquals(
                List.of(Nomenclature.BLOOD_PRESSURE, Nomenclature.PULSE_RATE_CUFF),
                session.observations.stream().map(Observation::type).toList(),
                "an empty value and status X are no zero");
        Observation pressure = session.observations.get(0);
        assertEquals(
                NumericValue.exact(new Quantity(new BigDecimal("79"), UcumUnit.MILLIMETRE_OF_MERCURY)),
                pressure.components().get(1).value());
        assertEquals(Instant.parse("2026-11-02T04:39:55Z"), pressure.timing().measuredAt());
        assertEquals(
                "\u000BMSH|^~\\&|||MON^080019FFFE134535^EUI-64|ICU|20261102044100+0000||ACK^R01^ACK|20261102044100A0|P|2.6\r"
                        + "MSA|AA|M1\r\u001C\r",
                written(session).get(0));
    }

    @Test
    void whatCouldNotBeStoredIsAnsweredAeSoThatItIsSentAgain() {
        FakeSession session = open(Map.of());
        session.stores = false;
        session.send(mllp(HEADER + "M1" + RESULTS));
        assertTrue(
                written(session).get(0).contains("MSA|AE|M1\rERR|||207^"),
                written(session).get(0));
        session.stores = true;
        session.send(mllp(HEADER + "M1" + RESULTS));
        assertTrue(written(session).get(1).contains("MSA|AA|M1\r"), "sent again, stored now");
        assertEquals(2, session.observations.size());
    }

    @Test
    void theSameMessageIsAnsweredAgainAndNotStoredTwice() {
        FakeSession session = open(Map.of());
        session.send(mllp(HEADER + "M1" + RESULTS)).send(mllp(HEADER + "M1" + RESULTS));
        assertEquals(2, written(session).size());
        assertEquals(2, session.observations.size());
        session.send(mllp(HEADER + "M1" + RESULTS.replace("|128|", "|131|")));
        assertEquals(4, session.observations.size(), "a sender that counts anew sends another message");
    }

    @Test
    void aSecondConnectionGivesTheSameIdentity() {
        FakeSession session = open(Map.of()).send(mllp(HEADER + "M1" + RESULTS));
        FakeSession again = new FakeSession(new Hl7Driver(), Map.of(), "connection-2").connect();
        again.send(mllp(HEADER + "M2" + RESULTS));
        assertEquals(session.observations.get(0).id(), again.observations.get(0).id());
    }

    @Test
    void whatIsNoHl7OrNoResultIsQuarantinedAndAnsweredAr() {
        FakeSession session = open(Map.of());
        session.send(mllp(HEADER + "M1|P|2.6\nOBX|1|NM|150021^x^MDC||1\n"));
        assertEquals("HL7-003", session.rejects.get(0).error().code());
        assertTrue(
                written(session).get(0).contains("MSA|AR|M1\r"),
                written(session).get(0));
        session.send(mllp("MSH|^~\\&|A||||20261102||ADT^A01|M2|P|2.6\rPID|||1\r"));
        assertEquals("HL7-008", session.rejects.get(1).error().code());
        assertTrue(
                written(session).get(1).contains("MSA|AR|M2\rERR|||200^"),
                written(session).get(1));
    }

    @Test
    void anAnswerIsNeverAnswered() {
        FakeSession session = open(Map.of());
        session.send(mllp("MSH|^~\\&|A||||20261102||ACK^R01|M2|P|2.6\rMSA|AA|1\r"));
        assertEquals(List.of(), written(session));
    }

    @Test
    void enhancedModeAsksForWhichAnswers() {
        String results = RESULTS.replaceFirst("\\|P\\|2.6", "|P|2.6|||AL|NE");
        FakeSession session = open(Map.of()).send(mllp(HEADER + "M1" + results));
        assertEquals(1, written(session).size());
        assertTrue(
                written(session).get(0).contains("MSA|CA|M1\r"),
                written(session).get(0));
    }

    @Test
    void aVendorsCodeIsQuarantinedUntilAnOptionNamesIt() {
        String own = "|P|2.6\rOBR|1\rOBX|1|NM|HR^Heart rate^99COMEN||61|bpm|||||F|||20261102123955\r";
        FakeSession session = open(Map.of()).send(mllp(HEADER + "M1" + own));
        assertEquals("HL7-021", session.rejects.get(0).error().code());
        assertTrue(written(session).get(0).contains("MSA|AA|M1\r"), "its bytes are safe: sending again would not help");
        session = open(Map.of("codes.HR", "mdc:147842")).send(mllp(HEADER + "M1" + own));
        assertEquals("mdc:147842", session.observations.get(0).type().toString());
        assertEquals(
                Instant.parse("2026-11-02T04:39:55Z"),
                session.observations.get(0).timing().measuredAt(),
                "the place's zone");
    }

    @Test
    void anotherBedsResultsAreNotTaken() {
        FakeSession session = open(Map.of("location", "ICU^^8")).send(mllp(HEADER + "M1" + RESULTS));
        assertEquals(List.of(), session.observations);
        assertEquals("HL7-024", session.rejects.get(0).error().code());
    }

    @Test
    void trainingDataIsMarked() {
        FakeSession session = open(Map.of()).send(mllp(HEADER + "M1" + RESULTS.replaceFirst("\\|P\\|", "|T|")));
        assertTrue(session.observations.get(0).provenance().simulated());
    }

    @Property(tries = 50)
    void anyChunkingGivesTheSameObservations(@ForAll @IntRange(min = 1, max = 400) int length) {
        byte[] stream = mllp(HEADER + "M1" + RESULTS);
        assertEquals(
                open(Map.of()).send(stream).observations, open(Map.of()).sendInPieces(stream, length).observations);
    }

    @Property(tries = 100)
    void noBytesThrowAndNoneShiftTheNextMessage(@ForAll @Size(max = 60) byte[] noise) {
        FakeSession session = open(Map.of()).send(noise).send(mllp(HEADER + "M1" + RESULTS));
        assertEquals(2, session.observations.size());
    }

    @Property(tries = 100)
    void noMessageThrows(@ForAll @Size(max = 80) byte[] body) {
        open(Map.of())
                .send(mllp("MSH|^~\\&|" + new String(body, StandardCharsets.ISO_8859_1)))
                .disconnect();
    }

    private static FakeSession open(Map<String, String> options) {
        return new FakeSession(new Hl7Driver(), options).connect();
    }

    private static byte[] mllp(String message) {
        return ("\u000B" + message + "\u001C\r").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> written(FakeSession session) {
        return session.actions.stream()
                .filter(Write.class::isInstance)
                .map(write -> new String(((Write) write).bytes().toArray(), StandardCharsets.UTF_8))
                .toList();
    }
}
