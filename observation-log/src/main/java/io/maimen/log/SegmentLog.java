package io.maimen.log;

import io.maimen.log.LogException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The log as files: segments that are only ever appended to, each beginning with a {@link SegmentHeader}, followed by
 * records as {@link RecordFrame}. Thread-safe. One log per disk; other files on the disk are left alone.
 */
public final class SegmentLog implements ObservationLog {
    private final Disk disk;
    private final SegmentLogOptions options;
    private final Segments segments;
    private final GroupCommit commits = new GroupCommit(this::write);
    /** Held for reading while segment files are read, for writing while some are deleted. */
    private final ReadWriteLock files = new ReentrantReadWriteLock();

    /** Empty until the first append, and after a failure; used by the thread whose turn it is. */
    private Optional<SegmentWriter> writer = Optional.empty();

    private volatile boolean closed;

    private SegmentLog(Disk disk, SegmentLogOptions options, Segments segments) {
        this.disk = disk;
        this.options = options;
        this.segments = segments;
    }

    /**
     * Opens the log of a disk, or begins one. What was found broken at its end is passed over and reported to the
     * readers that come by.
     *
     * @param disk stays the caller's to close, after the log; not shared with another log
     * @throws LogException IO, NO_SPACE (a new log on a full disk) or UNKNOWN_VERSION
     */
    public static SegmentLog open(Disk disk, SegmentLogOptions options) throws LogException {
        try {
            SegmentLog log = new SegmentLog(disk, options, new SegmentRecovery(disk).recover());
            if (log.segments.isEmpty()) {
                log.begin(new SegmentHeader(0, 0, 0, options.salts().nextLong()));
            }
            return log;
        } catch (IOException e) {
            throw LogException.of(e, "open the log in " + disk);
        }
    }

    @Override
    public LogPosition append(List<byte[]> batch) throws LogException {
        Append append = new Append(batch, options.maxRecordBytes());
        commits.commit(append);
        return append.result();
    }

    /** Writes a group for all who wait for it; the failure of one is the failure of all. */
    private void write(List<Append> group) {
        try {
            SegmentWriter open = writer();
            long durable = open.segment().end();
            int frameBytes = group.stream().mapToInt(Append::frameBytes).sum();
            ByteBuffer frames = ByteBuffer.allocate(frameBytes);
            long salt = open.segment().header().orElseThrow().salt();
            for (Append append : group) {
                append.writeFrames(frames, salt, durable, durable + frames.position());
            }
            try {
                open.append(frames.flip());
            } finally {
                segments.put(open.segment());
            }
            succeeded(group, durable);
        } catch (IOException e) {
            group.forEach(append -> append.failed(e));
        }
    }

    private static void succeeded(List<Append> group, long start) {
        long end = start;
        for (Append append : group) {
            end += append.frameBytes();
            append.succeeded(end);
        }
    }

    /** A writer to a segment that can be trusted and is not full. */
    private SegmentWriter writer() throws IOException {
        Segment last = segments.last();
        if (!last.sound() || last.reserved() - last.base() >= options.segmentBytes()) {
            closeWriter();
            begin(new SegmentHeader(
                    last.reserved(), last.proven(), last.end(), options.salts().nextLong()));
        } else if (writer.isEmpty()) {
            writer = Optional.of(new SegmentWriter(disk.open(last.name()), last));
        }
        return writer.orElseThrow();
    }

    /** The header and the file's name are durable before the first record is written. */
    private void begin(SegmentHeader header) throws IOException {
        String name = Segment.name(header.base());
        // Left by an attempt that failed; nothing in it was acknowledged.
        disk.delete(name);
        DiskFile file = disk.create(name);
        try {
            file.write(0, header.encode());
            file.sync();
            disk.syncDirectory();
        } catch (IOException failed) {
            abandon(file, name, failed);
            throw failed;
        }
        Segment segment = Segment.begin(header);
        segments.put(segment);
        writer = Optional.of(new SegmentWriter(file, segment));
    }

    private void abandon(DiskFile file, String name, IOException failed) {
        try (file) {
            disk.delete(name);
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    @Override
    public LogSlice read(LogPosition from, int maxRecords) throws LogException {
        if (maxRecords < 1) {
            throw new IllegalArgumentException("maxRecords must be 1 or more but was " + maxRecords);
        }
        files.readLock().lock();
        try {
            requireOpen();
            requireKnown(from);
            return new LogReading(disk, segments, from, maxRecords).read();
        } catch (IOException e) {
            throw LogException.of(e, "read the log in " + disk);
        } finally {
            files.readLock().unlock();
        }
    }

    private void requireKnown(LogPosition from) throws LogException {
        long known = segments.last().reserved();
        if (from.toLong() > known) {
            throw new LogException(
                    Reason.UNKNOWN_POSITION,
                    "position must be at most " + known + " but was " + from
                            + ": the cursor belongs to another log, or "
                            + disk + " was restored from an older copy; set the cursor back to " + start()
                            + " if reading everything again is safe");
        }
    }

    @Override
    public void trim(LogPosition upTo) throws LogException {
        files.writeLock().lock();
        try {
            requireOpen();
            while (nextBase() <= upTo.toLong()) {
                Segment oldest = segments.first();
                disk.delete(oldest.name());
                segments.remove(oldest);
                // One by one, so that a power cut never leaves a hole between two segments.
                disk.syncDirectory();
            }
        } catch (IOException e) {
            throw LogException.of(e, "trim the log in " + disk);
        } finally {
            files.writeLock().unlock();
        }
    }

    /** Where the oldest segment is followed by another; the last one is never deleted. */
    private long nextBase() {
        return segments.after(segments.first().base()).map(Segment::base).orElse(Long.MAX_VALUE);
    }

    @Override
    public LogPosition start() {
        return LogPosition.of(segments.first().base());
    }

    @Override
    public LogPosition end() {
        return LogPosition.of(segments.last().end());
    }

    @Override
    public long sizeBytes() {
        return segments.sizeBytes();
    }

    @Override
    public void close() {
        closed = true;
        if (commits.close()) {
            closeWriter();
        }
    }

    private void closeWriter() {
        Optional<SegmentWriter> open = writer;
        writer = Optional.empty();
        open.ifPresent(SegmentWriter::close);
    }

    private void requireOpen() throws LogException {
        if (closed) {
            throw new LogException(Reason.CLOSED, "log must be open but was closed; open it again");
        }
    }
}
