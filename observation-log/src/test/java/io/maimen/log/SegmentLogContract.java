package io.maimen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What {@link SegmentLog} promises on any {@link Disk}. */
interface SegmentLogContract extends ObservationLogContract {
    /** A disk, and how to get rid of it. */
    interface DiskPlace extends AutoCloseable {
        Disk disk();

        @Override
        void close() throws IOException;
    }

    DiskPlace newDiskPlace() throws IOException;

    @Override
    default Place newPlace() throws IOException {
        DiskPlace place = newDiskPlace();
        return new Place() {
            @Override
            public ObservationLog open() throws IOException {
                return SegmentLogContract.open(place.disk());
            }

            @Override
            public void close() throws IOException {
                place.close();
            }
        };
    }

    @Property(tries = 150)
    default void flippedBitCostsAtMostItsRecordAndIsReported(
            @ForAll @LongRange(max = 6) long batches, @ForAll @LongRange(min = 0, max = 1L << 40) long bit)
            throws IOException {
        try (DiskPlace place = newDiskPlace()) {
            long offered = 0;
            try (SegmentLog log = open(place.disk())) {
                for (long batch = 0; batch <= batches; batch++) {
                    long first = offered;
                    offered += 1 + batch * 2;
                    log.append(LongStream.range(first, offered)
                            .mapToObj(NumberedRecord::bytes)
                            .toList());
                }
            }
            flip(place.disk(), bit);
            List<Long> served = new ArrayList<>();
            List<LogDamage> damage = new ArrayList<>();
            try (SegmentLog log = open(place.disk())) {
                // What is broken at the very end is reported when something follows it.
                log.append(List.of(NumberedRecord.bytes(offered)));
                read(log, served, damage);
            }
            List<Long> missing =
                    new ArrayList<>(LongStream.rangeClosed(0, offered).boxed().toList());
            missing.removeAll(served);
            assertTrue(missing.size() <= 1, () -> "one flipped bit cost " + missing);
            // Kept to the order: what is served is what was written, less the missing one.
            assertEquals(served.stream().sorted().toList(), served);
            assertEquals(missing.size(), damage.size(), () -> missing + " missing, reported " + damage);
        }
    }

    @Property(tries = 40)
    default void logGoesOnAfterAFlippedBit(@ForAll @LongRange(min = 0, max = 1L << 40) long bit) throws IOException {
        try (DiskPlace place = newDiskPlace()) {
            for (long number = 0; number < 20; number++) {
                try (SegmentLog log = open(place.disk())) {
                    log.append(List.of(NumberedRecord.bytes(number)));
                }
            }
            flip(place.disk(), bit);
            List<Long> before = new ArrayList<>();
            List<Long> after = new ArrayList<>();
            try (SegmentLog log = open(place.disk())) {
                read(log, before, new ArrayList<>());
                log.append(List.of(NumberedRecord.bytes(20)));
            }
            try (SegmentLog log = open(place.disk())) {
                read(log, after, new ArrayList<>());
            }
            before.add(20L);
            assertEquals(before, after);
        }
    }

    private static SegmentLog open(Disk disk) throws LogException {
        return SegmentLog.open(disk, new SegmentLogOptions(1 << 10, 1 << 10, new Random(7)));
    }

    private static void read(SegmentLog log, List<Long> numbers, List<LogDamage> damage) throws LogException {
        for (LogPosition next = log.start(); next.compareTo(log.end()) < 0; ) {
            LogSlice slice = log.read(next, 5);
            slice.records().forEach(record -> numbers.add(NumberedRecord.number(record)));
            damage.addAll(slice.damage());
            next = slice.next();
        }
    }

    /** Flips one bit somewhere in the segments, counted through all of them and round again. */
    private static void flip(Disk disk, long bit) throws IOException {
        List<String> names =
                disk.list().stream().filter(Segment::isName).sorted().toList();
        String name = names.get((int) (bit % names.size()));
        byte[] content;
        try (DiskFile file = disk.open(name)) {
            content = new byte[(int) file.size()];
            file.read(0, ByteBuffer.wrap(content));
            int at = (int) (bit / names.size() % content.length);
            content[at] ^= (byte) (1 << bit % Byte.SIZE);
            file.write(0, ByteBuffer.wrap(content));
            file.sync();
        }
    }
}
