package io.maimen.gateway.outbox;

import io.maimen.log.CursorFile;
import io.maimen.log.Disk;
import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.log.LogRecord;
import io.maimen.log.LogSlice;
import io.maimen.log.ObservationLog;
import io.maimen.observation.Lane;
import io.maimen.observation.wire.OutboxEntry;
import io.maimen.observation.wire.OutboxEntryCodec;
import io.maimen.observation.wire.WireException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane: its log, and how far the server has confirmed it. Thread-safe; {@link #confirm} is for one caller at a time.
 */
public final class OutboxLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxLane.class);
    private static final String CURSOR = "uplink.cursor";
    private static final int SLICE_RECORDS = 1_024;

    private final Lane lane;
    private final Disk disk;
    private final ObservationLog log;
    private final CursorFile cursorFile;
    private final AtomicLong entries = new AtomicLong();
    private volatile LogPosition confirmed;

    /** A lane whose log lies on {@code disk}; both are closed with it. */
    OutboxLane(Lane lane, Disk disk, ObservationLog log) throws LogException {
        this.lane = lane;
        this.disk = disk;
        this.log = log;
        this.cursorFile = new CursorFile(disk, CURSOR);
        this.confirmed = cursorFile
                .load()
                .filter(cursor -> cursor.compareTo(log.start()) >= 0 && cursor.compareTo(log.end()) <= 0)
                .orElseGet(log::start);
        entries.set(count());
    }

    private long count() throws LogException {
        long found = 0;
        LogPosition at = confirmed;
        while (at.compareTo(log.end()) < 0) {
            LogSlice slice = log.read(at, SLICE_RECORDS);
            found += slice.records().size();
            at = slice.next();
        }
        return found;
    }

    /** Which one it is. */
    public Lane lane() {
        return lane;
    }

    void append(byte[] entry) throws LogException {
        log.append(List.of(entry));
        entries.incrementAndGet();
    }

    long sizeBytes() {
        return log.sizeBytes();
    }

    long freeBytes() throws IOException {
        return disk.usableBytes();
    }

    void probe() throws IOException {
        DiskProbe.check(disk);
    }

    /** Everything before it has been confirmed by the server. */
    public LogPosition confirmed() {
        return confirmed;
    }

    /** Just after the newest entry. */
    public LogPosition end() {
        return log.end();
    }

    /** Entries from a position, in order; damage that was passed is reported in the slice. */
    public LogSlice read(LogPosition from, int maxRecords) throws LogException {
        return log.read(from, maxRecords);
    }

    /** So many entries more have been confirmed, anywhere in the lane. */
    public void count(long confirmedEntries) {
        entries.addAndGet(-confirmedEntries);
    }

    /**
     * Everything before {@code position} has been confirmed: remembered durably, then what lies wholly before it is
     * deleted. After a crash between the two the rest is sent again, which the server bears.
     */
    public void confirm(LogPosition position) throws LogException {
        if (position.compareTo(confirmed) <= 0) {
            return;
        }
        cursorFile.save(position);
        confirmed = position;
        log.trim(position);
    }

    /** How it stands; reads the oldest entry. */
    public LaneStatus status() {
        return new LaneStatus(lane, Math.max(0, entries.get()), log.sizeBytes(), oldest());
    }

    private Optional<Instant> oldest() {
        try {
            return log.read(confirmed, 1).records().stream().findFirst().map(this::receivedAt);
        } catch (LogException e) {
            LOG.warn("lane {} cannot be read: {}", lane.text(), e.getMessage());
            return Optional.empty();
        }
    }

    private Instant receivedAt(LogRecord oldest) {
        try {
            OutboxEntry entry = new OutboxEntryCodec().fromCbor(oldest.bytes());
            return entry.rawFrames().get(0).receivedAt().instant();
        } catch (WireException e) {
            throw new IllegalStateException("the lane serves only what was put, and that was an entry", e);
        }
    }

    @Override
    public void close() {
        log.close();
        disk.close();
    }
}
