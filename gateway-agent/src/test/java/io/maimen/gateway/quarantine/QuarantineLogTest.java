package io.maimen.gateway.quarantine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.log.LogException;
import io.maimen.log.SegmentLog;
import io.maimen.log.SegmentLogOptions;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.observation.Bytes;
import io.maimen.observation.device.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuarantineLogTest {
    private final SimulatedDisk disk = new SimulatedDisk(42);

    private QuarantineLog open() throws LogException {
        return new QuarantineLog(
                SegmentLog.open(disk, SegmentLogOptions.defaults().withSegmentBytes(1_024)));
    }

    private static QuarantinedFrame frame(int number) {
        return new QuarantinedFrame(
                DeviceId.serial("AN-0001"),
                Instant.parse("2025-06-01T12:00:00Z"),
                "AST-004",
                number,
                "checksum must be \"8A\" but was 8B",
                Bytes.of((byte) number, (byte) 0xFF));
    }

    @Test
    void theNewestFramesComeFirstAlsoAfterARestart() throws LogException {
        QuarantineLog log = open();
        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.empty(), log.keep(frame(i)));
        }
        log.close();
        disk.restart();
        assertEquals(List.of(frame(19), frame(18), frame(17)), open().newest(3));
        assertEquals(20, open().newest(100).size());
    }

    @Test
    void aFullDiskIsAReason() throws LogException {
        QuarantineLog log = open();
        disk.setCapacity(0);
        assertTrue(log.keep(frame(1)).orElseThrow().startsWith("LOG-001"));
        disk.setCapacity(Long.MAX_VALUE);
        assertEquals(Optional.empty(), log.keep(frame(1)));
        assertEquals(List.of(frame(1)), log.newest(10));
    }

    @Test
    void atItsLimitItKeepsNoMoreAndSaysSo() throws LogException {
        QuarantineLog log = new QuarantineLog(SegmentLog.open(disk, SegmentLogOptions.defaults()), 200);
        assertEquals(Optional.empty(), log.keep(frame(1)));
        assertTrue(log.keep(frame(2)).orElseThrow().startsWith("GW-041 quarantine must be below 200 bytes"));
        assertEquals(List.of(frame(1)), log.newest(10));
    }
}
