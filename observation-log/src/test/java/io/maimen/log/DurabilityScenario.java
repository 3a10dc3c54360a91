package io.maimen.log;

import io.maimen.log.LogDamage.Kind;
import io.maimen.log.simulated.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Several lives of a log on one disk: appends, a reader with a durable cursor, trims; each life ends with a clean close,
 * a kill or a power cut. What the log serves is compared with a {@link ReferenceLog} all the way. Everything follows
 * from the seed.
 */
final class DurabilityScenario {
    private static final int LIVES = 5;
    private static final int STEPS = 14;
    private static final int MAX_BATCH = 5;

    private final SimulatedDisk disk;
    private final Disk view;
    private final RandomGenerator random;
    private final ReferenceLog reference = new ReferenceLog();
    private final SegmentLogOptions options;

    private LogPosition cursor = LogPosition.ZERO;
    private LogPosition savedCursor = LogPosition.ZERO;
    private long handled = -1;
    private long savedHandled = -1;

    /**
     * A scenario.
     *
     * @param view how the log sees the disk: as it is, or without fsync
     */
    DurabilityScenario(long seed, SimulatedDisk disk, UnaryOperator<Disk> view) {
        this.random = new Random(seed);
        this.disk = disk;
        this.view = view.apply(disk);
        this.options = new SegmentLogOptions(1 << 10, 1 << 10, new Random(seed));
    }

    /** Runs it; {@code dawn} is called before each life, to arrange a fault. */
    ReferenceLog run(Runnable dawn) {
        for (int life = 0; life < LIVES; life++) {
            dawn.run();
            try (SegmentLog log = SegmentLog.open(view, options)) {
                live(log);
            } catch (IOException failedAtOpening) {
                requireInjected(failedAtOpening);
            }
            if (!disk.powered() || random.nextBoolean()) {
                disk.restart();
            } else {
                disk.kill();
            }
        }
        return reference;
    }

    private void live(SegmentLog log) {
        try {
            reference.compareReopened(numbers(log, log.start()));
            resume(log);
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(8)) {
                    case 0 -> readOn(log);
                    case 1 -> saveCursor();
                    case 2 -> trim(log);
                    default -> append(log);
                }
            }
            reference.compareLive(numbers(log, log.start()));
        } catch (IOException failedUnderReaderCursorOrTrim) {
            requireInjected(failedUnderReaderCursorOrTrim);
        }
    }

    /** Only the faults that were arranged may be met, such as {@code IO at operation 7}. */
    private void requireInjected(IOException failed) {
        String text = failed.getMessage();
        if (!text.contains("at operation") && !text.contains("no power")) {
            reference.violated("failed by itself: " + failed);
        }
    }

    private void append(SegmentLog log) {
        long first = reference.nextNumber();
        List<Long> numbers = LongStream.rangeClosed(first, first + random.nextInt(MAX_BATCH))
                .boxed()
                .toList();
        try {
            log.append(numbers.stream().map(NumberedRecord::bytes).toList());
            reference.acknowledged(first);
            numbers.forEach(reference::acknowledgedWithOthers);
        } catch (LogException failed) {
            requireInjected(failed);
            numbers.forEach(reference::failed);
        }
    }

    /** The cursor must lead to all that was not handled, whatever happened since it was saved. */
    private void resume(SegmentLog log) throws IOException {
        Optional<LogPosition> loaded = new CursorFile(view, "reader.cursor").load();
        boolean newOne = loaded.isPresent() && loaded.get().equals(cursor);
        handled = newOne ? handled : savedHandled;
        cursor = loaded.orElse(LogPosition.ZERO);
        if (!cursor.equals(savedCursor) && !newOne) {
            reference.violated("cursor must be the old or the new one but was " + cursor);
        }
        savedCursor = cursor;
        savedHandled = handled;
        List<Long> ahead = numbers(log, log.start()).stream()
                .filter(number -> number > handled)
                .toList();
        List<Long> found = numbers(log, cursor);
        if (!found.equals(ahead)) {
            reference.violated("reader at " + cursor + " must find " + ahead + " but found " + found);
        }
    }

    private void readOn(SegmentLog log) throws IOException {
        LogSlice slice = log.read(cursor, 1 + random.nextInt(20));
        slice.records().forEach(record -> handled = NumberedRecord.number(record));
        cursor = slice.next();
    }

    private void saveCursor() throws IOException {
        new CursorFile(view, "reader.cursor").save(cursor);
        savedCursor = cursor;
        savedHandled = handled;
    }

    private void trim(SegmentLog log) throws IOException {
        reference.trimmedThrough(savedHandled);
        log.trim(savedCursor);
    }

    private List<Long> numbers(SegmentLog log, LogPosition from) throws IOException {
        List<Long> numbers = new ArrayList<>();
        LogPosition next = from;
        boolean more = true;
        while (more) {
            LogSlice slice = log.read(next, 1 + random.nextInt(20));
            slice.records().forEach(record -> numbers.add(NumberedRecord.number(record)));
            slice.damage().stream()
                    .filter(damage -> damage.kind() != Kind.CUT)
                    .forEach(damage -> reference.violated("false alarm: " + damage));
            next = slice.next();
            more = next.compareTo(log.end()) < 0;
        }
        return numbers;
    }
}
