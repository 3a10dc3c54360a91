package io.maimen.driver.bci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.driver.FakeSession;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BciProtocolTest {
    @Test
    void notificationsAndALineAreReadAlike() {
        // 190 /min: 0x3E and bit 7 in byte 2; 96 %
        byte[] second = frames("85 20 42 3E 60", 60);
        FakeSession line = open().send(second);
        FakeSession notified = open().send(BciProtocol.NOTIFICATIONS, second);
        assertEquals(2, line.observations.size());
        assertEquals(line.observations, notified.observations);
    }

    @Test
    void noFingerIsNoNumberEvenWhereTheOldOneIsStillThere() {
        FakeSession session = open().send(frames("85 20 12 3E 60", 60));
        assertEquals(
                new AbsentValue(DataAbsentReason.NOT_PERFORMED),
                session.observations.get(0).value());
    }

    @Test
    void aLostByteCostsItsFrameOnly() {
        byte[] line = frames("85 20 42 3E 60", 61);
        byte[] lossy = new byte[line.length - 1];
        System.arraycopy(line, 0, lossy, 0, 52);
        System.arraycopy(line, 53, lossy, 52, line.length - 53);
        FakeSession session = open().send(lossy);
        assertEquals(1, session.rejects.size());
        assertEquals(2, session.observations.size());
    }

    @Property(tries = 60)
    void anyChunkingGivesTheSameObservations(@ForAll @IntRange(min = 1, max = 30) int length) {
        byte[] line = frames("85 20 42 3E 60", 150);
        List<?> whole = open().send(line).disconnect().observations;
        assertEquals(whole, open().sendInPieces(line, length).disconnect().observations);
    }

    @Property(tries = 200)
    void noBytesThrow(@ForAll byte[] noise) {
        open().send(noise).disconnect();
    }

    private static FakeSession open() {
        return new FakeSession(new BciDriver(), Map.of()).connect();
    }

    private static byte[] frames(String frame, int count) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            line.writeBytes(FakeSession.hex(frame));
        }
        return line.toByteArray();
    }
}
