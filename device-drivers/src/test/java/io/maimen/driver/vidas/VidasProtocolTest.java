package io.maimen.driver.vidas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.driver.FakeSession;
import io.maimen.observation.Observation;
import io.maimen.observation.TextValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VidasProtocolTest {
    private static final Map<String, String> CODES = Map.of("codes.HBCT", "loinc:13952-7");
    /** 1E begins a field, its tag has two letters, | ends its value. */
    private static final byte[] RESULT = frame(
            "\u001Emtrsl|\u001Epi|\u001EciS-9|\u001ErtHBCT|\u001Ett12:35|\u001Etd11/02/26|\u001EqlNegative|\u001Eqn1.40|");

    @Test
    void theWordsAreTheResultWhereTheNumberHasNoUnit() {
        Observation only = open(CODES).send(RESULT).observations.get(0);
        assertEquals(new TextValue("Negative"), only.value());
        assertEquals("S-9", only.source().specimen().orElseThrow().value());
        assertEquals(Instant.parse("2026-11-02T04:35:00Z"), only.timing().measuredAt());
    }

    @Test
    void anUnknownTestIsKeptAndQuarantined() {
        FakeSession session = open(Map.of()).send(RESULT);
        assertEquals(List.of(), session.observations);
        assertEquals("POC-005", session.rejects.get(0).error().code());
    }

    @Test
    void aChangedByteIsRefusedAndTheNextFrameRead() {
        byte[] bad = RESULT.clone();
        bad[10] ^= 1;
        FakeSession session = open(CODES).send(bad).send(RESULT);
        assertEquals("POC-003", session.rejects.get(0).error().code());
        assertEquals(1, session.observations.size());
    }

    @Test
    void aBeginningThatFallsSilentIsQuarantined() {
        FakeSession session = open(CODES).send((byte) 2, (byte) 0x1E).elapse();
        assertEquals("POC-002", session.rejects.get(0).error().code());
    }

    @Property(tries = 50)
    void anyChunkingGivesTheSameObservations(@ForAll @IntRange(min = 1, max = 90) int length) {
        assertEquals(open(CODES).send(RESULT).observations, open(CODES).sendInPieces(RESULT, length).observations);
    }

    @Property(tries = 200)
    void noBytesThrowAndNoneShiftTheNextFrame(@ForAll @Size(max = 40) byte[] noise) {
        FakeSession session = open(CODES).send(noise).send(RESULT);
        assertEquals(1, session.observations.size());
    }

    private static FakeSession open(Map<String, String> options) {
        return new FakeSession(new VidasDriver(), options).connect();
    }

    /** STX, fields, GS, two digits of the sum of fields and GS, ETX. */
    private static byte[] frame(String fields) {
        byte[] summed = (fields + "\u001D").getBytes(StandardCharsets.ISO_8859_1);
        int sum = 0;
        for (byte value : summed) {
            sum += value & 0xFF;
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(2);
        frame.writeBytes(summed);
        frame.writeBytes(String.format("%02x\u0003\r\n", sum & 0xFF).getBytes(StandardCharsets.ISO_8859_1));
        return frame.toByteArray();
    }
}
