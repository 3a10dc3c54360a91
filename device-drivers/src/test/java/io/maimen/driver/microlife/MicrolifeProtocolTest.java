package io.maimen.driver.microlife;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.FakeSession;
import io.maimen.observation.Bytes;
import io.maimen.observation.MeasurementStatus;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MicrolifeProtocolTest {
    /** 122/84, 72 /min, 2026-11-01 08:30. */
    private static final String RECORD = "7A 54 48 1A 0B 01 08 1E 00 00";

    private static final String EMPTY = "00 00 00 00 00 00 00 00 00 00";
    private static final String NO_DATE = "7B 55 49 00 00 00 00 00 00 00";

    @Test
    void theMemoryIsAskedForAndItsRecordsAreReadings() {
        FakeSession session = open();
        assertEquals(
                Bytes.of(FakeSession.hex("4D FF 00 09 00 00 00 00 00 00 00 FD 52")), MicrolifeProtocol.ASK.bytes());
        assertEquals(MicrolifeProtocol.ASK, session.last());
        notify(session, memory(RECORD + EMPTY + NO_DATE), 20);
        assertEquals(4, session.observations.size());
        assertEquals(
                Instant.parse("2026-11-01T00:30:00Z"),
                session.observations.get(0).timing().measuredAt());
        assertTrue(session.observations.get(2).statuses().contains(MeasurementStatus.DEVICE_CLOCK_UNSET));
        assertEquals(List.of("the cuff's memory is read"), session.closed());
    }

    @Test
    void aDamagedMemoryIsKeptAsideAndAskedForAgain() {
        FakeSession session = open();
        byte[] damaged = memory(RECORD);
        damaged[50]++;
        notify(session, damaged, 20);
        session.elapse();
        assertEquals(MicrolifeProtocol.ASK, session.last());
        notify(session, memory(RECORD), 20);
        assertEquals("OMR-009", session.rejects.get(0).error().code());
        assertEquals(2, session.observations.size());
    }

    /** One frame in 256 that lost a piece has the right sum all the same. */
    @Test
    void numbersThatCannotBeMakeTheWholeFrameDoubtfulUntilTheCuffSaysThemAgain() {
        // 60/120, 61 per minute, 2026-11-01 08:30
        byte[] impossible = memory(RECORD + "3C 78 3D 1A 0B 01 08 1E 00 00");
        FakeSession session = open();
        notify(session, impossible, 20);
        assertEquals("OMR-028", session.rejects.get(0).error().code());
        assertEquals(List.of(), session.observations);
        session.elapse();
        assertEquals(MicrolifeProtocol.ASK, session.last());
        notify(session, impossible, 20);
        assertEquals(2, session.observations.size(), "the other record counts");
        assertEquals(1, session.rejects.size());
    }

    @Test
    void anAnswerCutShortIsNotFinishedByTheNext() {
        FakeSession session = open();
        byte[] memory = memory(RECORD);
        notify(session, Arrays.copyOf(memory, 40), 20);
        session.elapse();
        assertEquals(40, session.rejects.get(0).rawFrame().bytes().size());
        notify(session, memory, 20);
        assertEquals(2, session.observations.size());
    }

    @Test
    void aCuffThatNeverAnswersIsGivenUp() {
        FakeSession session = open();
        for (int i = 0; i < 5; i++) {
            session.elapse();
        }
        assertTrue(session.closed().get(0).startsWith("OMR-025 "));
    }

    @Property(tries = 60)
    void anyChunkingGivesTheSameObservations(@ForAll @IntRange(min = 1, max = 60) int length) {
        byte[] memory = memory(RECORD + RECORD + NO_DATE);
        FakeSession whole = open();
        FakeSession pieces = open();
        notify(whole, memory, memory.length);
        notify(pieces, memory, length);
        assertEquals(whole.observations, pieces.observations);
    }

    @Property(tries = 200)
    void noBytesThrow(@ForAll byte[] noise) {
        open().send(MicrolifeProtocol.NOTIFICATIONS, noise).disconnect();
        new MicrolifeDriver().frameDecoders().forEach(decoder -> decoder.decode(ByteBuffer.wrap(noise)));
    }

    private static FakeSession open() {
        return new FakeSession(new MicrolifeDriver(), Map.of()).connect();
    }

    private static void notify(FakeSession session, byte[] bytes, int length) {
        for (int at = 0; at < bytes.length; at += length) {
            session.send(
                    MicrolifeProtocol.NOTIFICATIONS,
                    Arrays.copyOfRange(bytes, at, Math.min(at + length, bytes.length)));
        }
    }

    /** Header, length, 38 bytes nobody has explained, the records, and the sum of all. */
    private static byte[] memory(String records) {
        byte[] data = FakeSession.hex(records);
        ByteBuffer frame = ByteBuffer.allocate(4 + 38 + data.length + 1);
        frame.put((byte) 0x4D).put((byte) 0x3A).putShort((short) (38 + data.length + 1));
        frame.position(4 + 38);
        frame.put(data);
        int sum = 0;
        for (byte value : frame.array()) {
            sum += value;
        }
        return frame.put((byte) sum).array();
    }
}
