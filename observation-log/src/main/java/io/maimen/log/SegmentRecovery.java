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
            // What a killed process wrote may be in memory only; no reader may see it before it is durable.
            file.sync();
            disk.syncDirectory();
            return scanned(last, new SegmentScan(file, last.header().get(), last.base(), last.end()));
        }
    }

    private static Segment scanned(Segment last, SegmentScan scan) throws IOException {
        long end = last.base() + SegmentHeader.BYTES;
        long proven = end;
        long holesEnd = end;
        for (Optional<Found> found = scan.next(); found.isPresent(); found = scan.next()) {
            if (found.get() instanceof Intact intact) {
                holesEnd = intact.from() > end ? intact.from() : holesEnd;
                proven = Math.max(proven, intact.durable());
                end = intact.to();
            }
        }
        // A hole among the records of the last write cannot be told from a write that the power cut.
        return new Segment(last.base(), last.header(), holesEnd > proven ? proven : end, end, last.reserved());
    }
}
