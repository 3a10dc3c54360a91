package io.maimen.log;

import static io.maimen.log.TextLog.append;
import static io.maimen.log.TextLog.fill;
import static io.maimen.log.TextLog.readAll;
import static io.maimen.log.TextLog.text;
import static io.maimen.log.TextLog.texts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.log.LogException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What any {@link ObservationLog} promises. An implementation's test says only where its logs are kept. */
public interface ObservationLogContract extends LogTrimContract {
    /** Where one log is kept across closing and opening. */
    interface Place extends AutoCloseable {
        /**
         * Opens the log, which is closed; the first time it is empty. It takes records up to 1 KiB and deletes in steps
         * of a few KiB.
         */
        ObservationLog open() throws IOException;

        @Override
        void close() throws IOException;
    }

    @Test
    default void recordsAreReadInTheOrderInWhichTheyWereAppended() throws IOException {
        try (Place place = newPlace();
                ObservationLog log = place.open()) {
            append(log, "a", "b");
            append(log, "c");
            assertEquals(List.of("a", "b", "c"), texts(readAll(log, log.start())));
        }
    }

    @Test
    default void whatWasAppendedIsReadAfterOpeningAgain() throws IOException {
        try (Place place = newPlace()) {
            LogPosition end;
            try (ObservationLog log = place.open()) {
                append(log, "a", "b");
                end = log.end();
            }
            try (ObservationLog log = place.open()) {
                assertEquals(end, log.end());
                append(log, "c");
                assertEquals(List.of("a", "b", "c"), texts(readAll(log, log.start())));
                assertEquals(List.of("c"), texts(readAll(log, end)));
            }
        }
    }

    @Test
    default void appendReturnsWhereAReaderContinues() throws IOException {
        try (Place place = newPlace();
                ObservationLog log = place.open()) {
            LogPosition afterFirst = append(log, "a", "b");
            LogPosition afterSecond = append(log, "c");
            assertEquals(List.of("c"), texts(readAll(log, afterFirst)));
            assertEquals(List.of(), texts(readAll(log, afterSecond)));
            assertEquals(log.end(), afterSecond);
        }
    }

    @Test
    default void anyRecordsPositionIsAPlaceToBeginReading() throws IOException {
        try (Place place = newPlace();
                ObservationLog log = place.open()) {
            append(log, "a", "b", "c");
            LogPosition second = readAll(log, log.start()).get(1).position();
            assertEquals(List.of("b", "c"), texts(readAll(log, second)));
        }
    }

    @Test
    default void readReturnsAtMostWhatIsAskedFor() throws IOException {
        try (Place place = newPlace();
                ObservationLog log = place.open()) {
            append(log, "a", "b", "c");
            LogSlice two = log.read(log.start(), 2);
            assertEquals(List.of("a", "b"), texts(two.records()));
            assertEquals(List.of("c"), texts(log.read(two.next(), 2).records()));
            assertThrows(IllegalArgumentException.class, () -> log.read(log.start(), 0));
        }
    }

    @Test
    default void readerAtTheEndStaysThereUntilThereIsMore() throws IOException {
        try (Place place = newPlace();
                ObservationLog log = place.open()) {
            LogSlice nothing = log.read(log.start(), 10);
            assertEquals(List.of(), nothing.records());
            assertEquals(log.end(), nothing.next());
            append(log, "a");
            assertEquals(List.of("a"), texts(log.read(nothing.next(), 10).records()));
        }
    }

    @Test
    default void emptyRecordIsARecordAndEmptyBatchIsRefused() throws IOException {
        try (Place place = newPlace();
                ObservationLog log = place.open()) {
            append(log, "", "a", "");
            assertEquals(List.of("", "a", ""), texts(readAll(log, log.start())));
            assertThrows(IllegalArgumentException.class, () -> log.append(List.of()));
        }
    }

    @Test
    default void recordThatIsTooLargeIsRefusedWithItsWholeBatch() throws IOException {
        try (Place place = newPlace();
                ObservationLog log = place.open()) {
            LogException refused =
                    assertThrows(LogException.class, () -> log.append(List.of(new byte[1], new byte[1025])));
            assertEquals(Reason.TOO_LARGE, refused.reason());
            assertEquals("LOG-004 record must be at most 1024 bytes but was 1025; split it", refused.getMessage());
            assertEquals(List.of(), readAll(log, log.start()));
        }
    }

    @Test
    default void changingAReturnedArrayChangesNothing() throws IOException {
        try (Place place = newPlace();
                ObservationLog log = place.open()) {
            append(log, "a");
            LogRecord record = readAll(log, log.start()).get(0);
            record.bytes()[0] = 'x';
            assertArrayEquals("a".getBytes(StandardCharsets.ISO_8859_1), record.bytes());
            assertTrue(record.buffer().isReadOnly());
        }
    }

    @Test
    default void positionAfterTheEndIsRefused() throws IOException {
        try (Place place = newPlace();
                ObservationLog log = place.open()) {
            append(log, "a");
            LogPosition foreign = LogPosition.of(log.end().toLong() + 1);
            LogException refused = assertThrows(LogException.class, () -> log.read(foreign, 1));
            assertEquals(Reason.UNKNOWN_POSITION, refused.reason());
        }
    }

    @Test
    default void closedLogRefusesEverything() throws IOException {
        try (Place place = newPlace()) {
            ObservationLog log = place.open();
            log.close();
            log.close();
            byte[] record = {1};
            assertEquals(Reason.CLOSED, reasonOf(() -> log.append(List.of(record))));
            assertEquals(Reason.CLOSED, reasonOf(() -> log.read(LogPosition.ZERO, 1)));
            assertEquals(Reason.CLOSED, reasonOf(() -> log.trim(LogPosition.ZERO)));
        }
    }

    @Test
    default void interruptedThreadAppendsReadsAndStaysInterrupted() throws IOException {
        try (Place place = newPlace();
                ObservationLog log = place.open()) {
            Thread.currentThread().interrupt();
            fill(log, 50);
            assertEquals(50, readAll(log, log.start()).size());
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    default void readersMeetEveryRecordOnceInOrderWhileOthersAppend() throws Exception {
        int writers = 4;
        int each = 60;
        try (Place place = newPlace();
                ObservationLog log = place.open()) {
            List<Thread> threads = IntStream.range(0, writers)
                    .mapToObj(writer -> new Thread(() -> appendAll(log, writer, each)))
                    .toList();
            threads.forEach(Thread::start);
            List<String> read = new ArrayList<>();
            LogPosition next = log.start();
            while (read.size() < writers * each) {
                LogSlice slice = log.read(next, 7);
                assertEquals(List.of(), slice.damage());
                assertFalse(
                        slice.records().isEmpty()
                                && threads.stream().noneMatch(Thread::isAlive)
                                && slice.next().compareTo(log.end()) >= 0
                                && next.equals(slice.next()),
                        "records are missing");
                read.addAll(texts(slice.records()));
                next = slice.next();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            for (int writer = 0; writer < writers; writer++) {
                String prefix = writer + ":";
                List<String> own =
                        read.stream().filter(text -> text.startsWith(prefix)).toList();
                assertEquals(IntStream.range(0, each).mapToObj(i -> prefix + i).toList(), own);
            }
        }
    }

    @Property(tries = 50)
    default void anyBatchesAreReadBackWholeInAnySteps(
            @ForAll @Size(max = 12) List<@Size(min = 1, max = 6) List<byte[]>> batches,
            @ForAll @IntRange(min = 1, max = 9) int step)
            throws IOException {
        try (Place place = newPlace()) {
            List<String> expected = new ArrayList<>();
            for (List<byte[]> batch : batches) {
                try (ObservationLog log = place.open()) {
                    log.append(batch);
                }
                batch.forEach(bytes -> expected.add(text(bytes)));
            }
            try (ObservationLog log = place.open()) {
                List<String> read = new ArrayList<>();
                LogPosition next = log.start();
                while (next.compareTo(log.end()) < 0) {
                    LogSlice slice = log.read(next, step);
                    read.addAll(texts(slice.records()));
                    next = slice.next();
                }
                assertEquals(expected, read);
            }
        }
    }

    private static void appendAll(ObservationLog log, int writer, int count) {
        try {
            for (int i = 0; i < count; i++) {
                append(log, writer + ":" + i);
            }
        } catch (LogException e) {
            throw new AssertionError(e);
        }
    }

    private static Reason reasonOf(Executable action) {
        return assertThrows(LogException.class, action).reason();
    }
}
