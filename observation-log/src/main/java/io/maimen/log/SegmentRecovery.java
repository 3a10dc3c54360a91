package io.maimen.log;

import io.maimen.log.SegmentScan.Found;
import io.maimen.log.SegmentScan.Intact;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Finds out from the files on a disk what a log holds. Used once, when it is opened. */
final class SegmentRecovery {
    private final Disk disk;
    private final Segments segments = new Segments();

    SegmentRecovery(Disk disk) {
        this.disk = disk;
    }

    /** The segments, and how far each may be read; none when the log is new. */
    Segments recover() throws IOException {
        List<Long> bases = disk.list().stream()
                .filter(Segment::isName)
                .map(Segment::base)
                .sorted()
                .toList();
        for (long base : bases) {
            find(base);
        }
        dropUnfinished();
        if (!segments.isEmpty()) {
            segments.put(recovered(segments.last()));
        }
        return segments;
    }

    private void find(long base) throws IOException {
        try (DiskFile file = disk.open(Segment.name(base))) {
            ByteBuffer bytes = ByteBuffer.allocate(SegmentHeader.BYTES);
            file.read(0, bytes);
            Optional<SegmentHeader> header = SegmentHeader.decode(bytes.flip(), base);
            if (header.isPresent() && !segments.isEmpty()) {
                segments.put(segments.last().before(header.get()));
            }
            long end = base + file.size();
            segments.put(new Segment(base, header, end, end, end));
        }
    }

    /** A segment whose header was never finished holds no record: the header is made durable before the first one. */
    private void dropUnfinished() throws IOException {
        while (!segments.isEmpty() && unfinished(segments.last())) {
            disk.delete(segments.last().name());
            disk.syncDirectory();
            segments.remove(segments.last());
        }
    }

    private static boolean unfinished(Segment segment) {
        return segment.header().isEmpty() && segment.end() <= segment.base() + SegmentHeader.BYTES;
    }

    /** The end of the last segment stands in no header: it ends with its last whole record. */
    private Segment recovered(Segment last) throws IOException {
        if (last.header().isEmpty()) {
            return last;
        }
        try (DiskFile file = disk.open(last.name())) {
            Tail tail = tail(new SegmentScan(file, last.header().get(), last.base(), last.end()), last);
            makeDurable(file, last.base(), tail);
            return new Segment(last.base(), last.header(), tail.readableProven(), tail.end(), last.reserved());
        }
    }

    private static Tail tail(SegmentScan scan, Segment last) throws IOException {
        long start = last.base() + SegmentHeader.BYTES;
        Tail tail = new Tail(start, start, start);
        for (Optional<Found> found = scan.next(); found.isPresent(); found = scan.next()) {
            if (found.get() instanceof Intact record) {
                tail = tail.with(record);
            }
        }
        return tail;
    }

    /**
     * What a killed process wrote last may be in memory only; and if its sync failed, the kernel holds the pages for
     * clean and no sync ever writes them. So the unproven part is written once more, in place, before anyone reads it.
     */
    private void makeDurable(DiskFile file, long base, Tail tail) throws IOException {
        boolean headerOnly = tail.end() == base + SegmentHeader.BYTES;
        long offset = headerOnly ? 0 : tail.proven() - base;
        ByteBuffer unproven = ByteBuffer.allocate((int) (tail.end() - base - offset));
        file.read(offset, unproven);
        file.write(offset, unproven.flip());
        file.sync();
        disk.syncDirectory();
    }

    /**
     * What the records of the last segment say about its end.
     *
     * @param proven before this everything was durable when a later record was written
     * @param holesEnd after this there is no broken stretch before the end
     * @param end of the last whole record
     */
    private record Tail(long proven, long holesEnd, long end) {
        Tail with(Intact record) {
            return new Tail(
                    Math.max(proven, record.durable()), record.from() > end ? record.from() : holesEnd, record.to());
        }

        /** A hole in the last write cannot be told from a write that the power cut: such a tail stays unproven. */
        long readableProven() {
            return holesEnd > proven ? proven : end;
        }
    }
}
