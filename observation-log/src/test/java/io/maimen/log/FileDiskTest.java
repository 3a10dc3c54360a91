package io.maimen.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.log.LogException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDiskTest {
    @TempDir
    Path directory;

    @Test
    void directoryIsUsedByOneAtATime() throws IOException {
        try (FileDisk first = FileDisk.open(directory)) {
            LogException refused = assertThrows(LogException.class, () -> FileDisk.open(directory));
            assertEquals(Reason.LOCKED, refused.reason());
            assertEquals(
                    "LOG-005 log directory must be used by one process but " + first + " is in use; "
                            + "stop the other process, or configure another directory",
                    refused.getMessage());
        }
        FileDisk.open(directory).close();
    }

    @Test
    void missingDirectoriesAreCreated() throws IOException {
        Path deep = directory.resolve("gateway/outbox");
        FileDisk.open(deep).close();
        assertTrue(Files.isDirectory(deep));
    }

    @Test
    void placeThatIsAFileIsRefusedWithItsName() throws IOException {
        Path file = Files.createFile(directory.resolve("taken"));
        LogException refused = assertThrows(LogException.class, () -> FileDisk.open(file));
        assertEquals(Reason.IO, refused.reason());
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    @Test
    void interruptedThreadStillSyncsAndStaysInterrupted() throws IOException {
        try (FileDisk disk = FileDisk.open(directory);
                DiskFile file = disk.create("a")) {
            Thread.currentThread().interrupt();
            file.write(0, ByteBuffer.wrap(new byte[] {1, 2, 3}));
            file.sync();
            disk.syncDirectory();
            assertTrue(Thread.interrupted(), "the interrupt must be left for the caller");
            assertEquals(3, file.size());
        }
    }

    @Test
    void fileIsReadWrittenCutRenamedAndDeleted() throws IOException {
        try (FileDisk disk = FileDisk.open(directory)) {
            try (DiskFile file = disk.create("a")) {
                file.write(0, ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
                file.truncate(2);
                file.write(2, ByteBuffer.wrap(new byte[] {5}));
                ByteBuffer read = ByteBuffer.allocate(10);
                assertEquals(3, file.read(0, read));
                assertArrayEquals(new byte[] {1, 2, 5, 0, 0, 0, 0, 0, 0, 0}, read.array());
                assertEquals(0, file.read(3, ByteBuffer.allocate(1)));
            }
            disk.rename("a", "b");
            assertEquals(List.of("b", "lock"), disk.list().stream().sorted().toList());
            disk.delete("b");
            disk.delete("b");
            assertThrows(NoSuchFileException.class, () -> disk.open("b"));
            assertTrue(disk.usableBytes() > 0);
        }
    }

    @Test
    void recordsSurviveReopening() throws IOException {
        byte[] frame = {0x05}; // ENQ, as an analyser sends it
        try (FileDisk disk = FileDisk.open(directory);
                SegmentLog log = SegmentLog.open(disk, SegmentLogOptions.defaults())) {
            LogPosition end = log.append(List.of(frame, frame));
            assertEquals(end, log.end());
        }
        try (FileDisk disk = FileDisk.open(directory);
                SegmentLog log = SegmentLog.open(disk, SegmentLogOptions.defaults())) {
            LogSlice slice = log.read(log.start(), 10);
            assertEquals(2, slice.records().size());
            assertArrayEquals(frame, slice.records().get(1).bytes());
            assertEquals(log.end(), slice.next());
            assertEquals(List.of(), slice.damage());
        }
    }
}
