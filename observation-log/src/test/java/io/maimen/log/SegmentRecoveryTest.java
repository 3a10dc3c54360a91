package io.maimen.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.log.LogDamage.Kind;
import io.maimen.log.LogException.Reason;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.log.simulated.SimulatedDisk.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The file format byte by byte, and what is made of a file that is not as it should be. */
class SegmentRecoveryTest {
    private static final String FIRST = "0000000000000000.segment";

    private final SimulatedDisk disk = new SimulatedDisk(1);

    @Test
    void segmentIsAHeaderTwiceAndThenRecords() throws IOException {
        SegmentLogOptions saltOne = new SegmentLogOptions(1 << 10, 1 << 10, () -> 1L);
        try (SegmentLog log = SegmentLog.open(disk, saltOne)) {
            log.append(List.of(new byte[] {0x05}, new byte[0]));
        }
        String header = "4d4c4f47" // "MLOG"
                + "00000001" // version 1
                + "0000000000000000" // base: the first segment begins at position 0
                + "0000000000000000" // nothing before it is proven
                + "0000000000000000" // nothing before it may be read
                + "0000000000000001" // salt 1
                + "22877b4d"; // CRC32C of the above
        String records = "ffb407d8" // CRC32C of salt, position 88 and the next two fields
                + "00000001" // length 1
                + "00000000" // the log was durable up to this record when it was written
                + "798c386d" // CRC32C of salt, position 88 and the bytes
                + "05" // the bytes: ENQ
                + "4eb24e31"
                + "00000000" // length 0
                + "00000011" // durable up to 17 bytes before: both came in one batch
                + "af3a040c";
        assertEquals(header + header + records, HexFormat.of().formatHex(content(FIRST)));
    }

    @Test
    void recordsThatFollowADamagedOneAreStillServed() throws IOException {
        appendOneByOne(0, 5);
        // Bit 0 of the first byte of record 0's length: where it ends can only be found by looking for the next one.
        disk.flipBit(FIRST, Byte.SIZE * (SegmentHeader.BYTES + 4L));
        LogSlice slice = readAll();
        assertEquals(List.of(1L, 2L, 3L, 4L), numbers(slice));
        assertEquals(
                List.of(new LogDamage(
                        Kind.LOST,
                        LogPosition.of(SegmentHeader.BYTES),
                        slice.records().get(0).position())),
                slice.damage());
    }

    @Test
    void bothHeaderCopiesDamagedCostTheSegmentAndAreReported() throws IOException {
        appendOneByOne(0, 40);
        List<String> names = disk.list();
        assertTrue(names.size() > 2);
        disk.flipBit(FIRST, 0);
        disk.flipBit(FIRST, Byte.SIZE * SegmentHeader.BYTES / 2);
        LogSlice slice = readAll();
        LogPosition second = LogPosition.of(Segment.base(names.get(1)));
        assertEquals(List.of(new LogDamage(Kind.LOST, LogPosition.ZERO, second)), slice.damage());
        assertEquals(39L, numbers(slice).get(numbers(slice).size() - 1));
    }

    @Test
    void missingSegmentIsReportedAsLost() throws IOException {
        appendOneByOne(0, 40);
        List<String> names = disk.list();
        disk.delete(names.get(1));
        assertEquals(
                List.of(new LogDamage(
                        Kind.LOST,
                        LogPosition.of(Segment.base(names.get(1))),
                        LogPosition.of(Segment.base(names.get(2))))),
                readAll().damage());
    }

    @Test
    void tornTailIsCutAndReportedOnceSomethingFollows() throws IOException {
        appendOneByOne(0, 3);
        long whole = content(FIRST).length;
        try (DiskFile file = disk.open(FIRST)) {
            file.truncate(whole - 1);
        }
        try (SegmentLog log = open()) {
            LogSlice before = log.read(log.start(), 100);
            assertEquals(List.of(0L, 1L), numbers(before));
            assertEquals(List.of(), before.damage());
            log.append(List.of(NumberedRecord.bytes(3)));
            LogSlice after = log.read(before.next(), 100);
            assertEquals(List.of(3L), numbers(after));
            assertEquals(List.of(new LogDamage(Kind.CUT, before.next(), LogPosition.of(whole - 1))), after.damage());
        }
    }

    @Test
    void bytesThatADeviceSentNeverPassForARecord() throws IOException {
        // A record whose bytes are a frame, valid for its own place if the salt could be guessed.
        ByteBuffer forged = ByteBuffer.allocate(RecordFrame.HEADER_BYTES + 1);
        RecordFrame.write(forged, 1, SegmentHeader.BYTES + RecordFrame.HEADER_BYTES, 0, new byte[] {0x66});
        try (SegmentLog log = open()) {
            log.append(List.of(forged.array()));
            log.append(List.of(new byte[] {0x67}));
        }
        disk.flipBit(FIRST, Byte.SIZE * (SegmentHeader.BYTES + 4L));
        List<LogRecord> served = readAll().records();
        assertEquals(1, served.size());
        assertArrayEquals(new byte[] {0x67}, served.get(0).bytes());
    }

    @Test
    void recordsFoundAfterAFailedSyncAndAKillAreDurableBeforeTheyAreServed() throws IOException {
        try (SegmentLog log = open()) {
            // The sync of the append: the kernel now holds the pages for clean, and no sync will ever write them.
            disk.failOperation(disk.operations() + 1, Failure.IO);
            assertThrows(LogException.class, () -> log.append(List.of(NumberedRecord.bytes(0))));
        }
        disk.kill();
        assertEquals(List.of(0L), numbers(readAll()));
        disk.restart();
        assertEquals(List.of(0L), numbers(readAll()));
    }

    @Test
    void unfinishedSegmentIsDroppedAndBegunAgain() throws IOException {
        appendOneByOne(0, 40);
        List<String> names = disk.list();
        String last = names.get(names.size() - 1);
        try (DiskFile file = disk.open(last)) {
            file.truncate(SegmentHeader.BYTES / 4);
        }
        long kept = numbers(readAll()).size();
        appendOneByOne(kept, 41);
        assertEquals(LongStream.range(0, 41).boxed().toList(), numbers(readAll()));
    }

    @Test
    void segmentOfANewerVersionIsRefusedNotRewritten() throws IOException {
        ByteBuffer header = new SegmentHeader(0, 0, 0, 1).encode();
        header.putInt(4, 2);
        header.putInt(40, new Checksum().add(header.slice(0, 40)).value());
        try (DiskFile file = disk.create(FIRST)) {
            file.write(0, header);
        }
        LogException refused = assertThrows(LogException.class, this::open);
        assertEquals(Reason.UNKNOWN_VERSION, refused.reason());
        assertEquals(
                "LOG-007 log segment 0 must have version 1 but had 2; install the software version that wrote it, "
                        + "or a newer one",
                refused.getMessage());
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        disk.create("notes.txt").close();
        appendOneByOne(0, 3);
        assertTrue(disk.list().contains("notes.txt"));
    }

    private void appendOneByOne(long from, long to) throws IOException {
        try (SegmentLog log = open()) {
            for (long number = from; number < to; number++) {
                log.append(List.of(NumberedRecord.bytes(number)));
            }
        }
    }

    private LogSlice readAll() throws IOException {
        try (SegmentLog log = open()) {
            return log.read(log.start(), 1000);
        }
    }

    private static List<Long> numbers(LogSlice slice) {
        return slice.records().stream().map(NumberedRecord::number).toList();
    }

    private SegmentLog open() throws LogException {
        return SegmentLog.open(disk, new SegmentLogOptions(1 << 10, 1 << 10, new Random(7)));
    }

    private byte[] content(String name) throws IOException {
        try (DiskFile file = disk.open(name)) {
            byte[] content = new byte[(int) file.size()];
            file.read(0, ByteBuffer.wrap(content));
            return content;
        }
    }
}
