package io.maimen.log;

import io.maimen.log.LogDamage.Kind;
import io.maimen.log.SegmentScan.Found;
import io.maimen.log.SegmentScan.Intact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One read on its way through the segments. Confined to one thread. */
final class LogReading {
    /** A slice takes no further record beyond this size. */
    private static final long SLICE_BYTES = 1 << 23;

    private final Disk disk;
    private final Segments segments;
    private final int maxRecords;
    private final List<LogRecord> records = new ArrayList<>();
    private final List<LogDamage> damage = new ArrayList<>();
    private long position;
    private long bytes;

    LogReading(Disk disk, Segments segments, LogPosition from, int maxRecords) {
        this.disk = disk;
        this.segments = segments;
        this.position = from.toLong();
        this.maxRecords = maxRecords;
    }

    LogSlice read() throws IOException {
        passTo(segments.first().base(), Kind.TRIMMED);
        boolean more = true;
        while (more && !full()) {
            // The next one is asked for first: once it is there, this one has stopped growing.
            Optional<Segment> next = segments.after(position);
            read(segments.at(position));
            more = next.isPresent();
            if (more && !full()) {
                passTo(next.get().base(), Kind.CUT);
            }
        }
        return new LogSlice(records, LogPosition.of(position), damage);
    }

    private boolean full() {
        return records.size() >= maxRecords || bytes >= SLICE_BYTES;
    }

    private void read(Segment segment) throws IOException {
        if (position >= segment.end()) {
            return;
        }
        if (segment.header().isEmpty()) {
            passTo(segment.end(), Kind.LOST);
            return;
        }
        try (DiskFile file = disk.open(segment.name())) {
            SegmentScan scan = new SegmentScan(file, segment.header().get(), position, segment.end());
            while (!full()) {
                Optional<Found> found = scan.next();
                if (found.isEmpty()) {
                    position = segment.end();
                    return;
                }
                take(found.get(), segment);
            }
        }
    }

    private void take(Found found, Segment segment) {
        if (found instanceof Intact intact) {
            records.add(intact.record());
            bytes += intact.record().length();
            position = intact.to();
        } else {
            position = found.from();
            passTo(found.to(), found.from() < segment.proven() ? Kind.LOST : Kind.CUT);
        }
    }

    /** Goes on at a later position and reports what is left out. */
    private void passTo(long to, Kind kind) {
        if (position < to) {
            damage.add(new LogDamage(kind, LogPosition.of(position), LogPosition.of(to)));
            position = to;
        }
    }
}
