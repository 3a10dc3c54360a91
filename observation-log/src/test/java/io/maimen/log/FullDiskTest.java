package io.maimen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.log.LogException.Reason;
import io.maimen.log.simulated.SimulatedDisk;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A disk that is full says no, hurts nothing, and is used again as soon as there is space. */
class FullDiskTest {
    private static final SegmentLogOptions OPTIONS = new SegmentLogOptions(1 << 10, 1 << 10, new Random(7));

    private final SimulatedDisk disk = new SimulatedDisk(1);

    @Test
    void whereverTheSpaceEndsTheAcknowledgedRecordsStayAndTheLogGoesOn() throws LogException {
        for (int capacity = SegmentHeader.BYTES; capacity < 2500; capacity += 3) {
            SimulatedDisk small = new SimulatedDisk(capacity);
            small.setCapacity(capacity);
            long acknowledged = 0;
            try (SegmentLog log = SegmentLog.open(small, OPTIONS)) {
                while (fits(log, acknowledged)) {
                    acknowledged++;
                }
                assertEquals(Reason.NO_SPACE, refusal(log, acknowledged).reason());
                assertServed(log, acknowledged);
                small.setCapacity(capacity + 4000);
                log.append(List.of(NumberedRecord.bytes(acknowledged)));
                assertServed(log, acknowledged + 1);
            }
            small.restart();
            try (SegmentLog log = SegmentLog.open(small, OPTIONS)) {
                assertServed(log, acknowledged + 1);
            }
        }
    }

    @Test
    void whatAFailedAppendWroteIsCutAway() throws LogException {
        try (SegmentLog log = SegmentLog.open(disk, OPTIONS)) {
            log.append(List.of(new byte[100]));
            long before = log.sizeBytes();
            disk.setCapacity(before + 50);
            assertEquals(Reason.NO_SPACE, refusal(log, 1).reason());
            assertEquals(before, log.sizeBytes());
            assertEquals(50, disk.usableBytes());
        }
    }

    @Test
    void newLogOnAFullDiskSaysSo() {
        disk.setCapacity(10);
        LogException refused = assertThrows(LogException.class, () -> SegmentLog.open(disk, OPTIONS));
        assertEquals(Reason.NO_SPACE, refused.reason());
        assertEquals(
                "LOG-001 disk must have space to open the log in simulated disk but was full: "
                        + "88 bytes asked for, 10 free; make room, it then goes on by itself",
                refused.getMessage());
    }

    @Test
    void oldLogOnAFullDiskOpensReadsAndTrims() throws LogException {
        try (SegmentLog log = SegmentLog.open(disk, OPTIONS)) {
            for (long number = 0; number < 60; number++) {
                log.append(List.of(NumberedRecord.bytes(number)));
            }
        }
        disk.setCapacity(0);
        try (SegmentLog log = SegmentLog.open(disk, OPTIONS)) {
            assertServed(log, 60);
            assertEquals(Reason.NO_SPACE, refusal(log, 60).reason());
            long before = log.sizeBytes();
            log.trim(log.end());
            assertTrue(log.sizeBytes() < before);
        }
    }

    private static boolean fits(SegmentLog log, long number) {
        try {
            log.append(List.of(NumberedRecord.bytes(number)));
            return true;
        } catch (LogException full) {
            return false;
        }
    }

    private static LogException refusal(SegmentLog log, long number) {
        // Larger than the record that did not fit, so that it does not fit either.
        byte[] large = new byte[1000];
        return assertThrows(LogException.class, () -> log.append(List.of(NumberedRecord.bytes(number), large)));
    }

    private static void assertServed(SegmentLog log, long count) throws LogException {
        LogSlice slice = log.read(log.start(), 1000);
        assertEquals(
                LongStream.range(0, count).boxed().toList(),
                slice.records().stream().map(NumberedRecord::number).toList());
    }
}
