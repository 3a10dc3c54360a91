package io.maimen.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Walks the records of one segment file and says where they are broken. Confined to one thread. */
final class SegmentScan {
    /** What lies in the file from one position to another. */
    sealed interface Found {
        long from();

        long to();
    }

    /** A record; everything before {@code durable} was durable when it was written. */
    record Intact(LogRecord record, long to, long durable) implements Found {
        @Override
        public long from() {
            return record.position().toLong();
        }
    }

    /** A stretch without a valid record. */
    record Broken(long from, long to) implements Found {}

    private static final int WINDOW_BYTES = 1 << 16;

    private final DiskFile file;
    private final SegmentHeader header;
    private final long end;
    private long position;

    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowOffset;

    /** Walks from a position to an end, both inside the segment. */
    SegmentScan(DiskFile file, SegmentHeader header, long from, long end) {
        this.file = file;
        this.header = header;
        this.position = Math.max(from, header.base() + SegmentHeader.BYTES);
        this.end = end;
    }

    /** The next stretch, or empty at the end. */
    Optional<Found> next() throws IOException {
        if (position >= end) {
            return Optional.empty();
        }
        Found found = at(position);
        position = found.to();
        return Optional.of(found);
    }

    private Found at(long from) throws IOException {
        Optional<RecordFrame> frame = frame(from);
        if (frame.isEmpty()) {
            return new Broken(from, nextIntact(from + 1));
        }
        Optional<Intact> record = record(from, frame.get());
        if (record.isPresent()) {
            return record.get();
        }
        return new Broken(from, from + RecordFrame.HEADER_BYTES + frame.get().length());
    }

    /** With its header gone a record's length is unknown: the next place where a whole record stands ends it. */
    private long nextIntact(long from) throws IOException {
        long last = Math.min(end, header.base() + file.size()) - RecordFrame.HEADER_BYTES;
        for (long candidate = from; candidate <= last; candidate++) {
            Optional<RecordFrame> frame = frame(candidate);
            if (frame.isPresent() && record(candidate, frame.get()).isPresent()) {
                return candidate;
            }
        }
        return end;
    }

    /** A header that is whole and whose record ends inside. */
    private Optional<RecordFrame> frame(long from) throws IOException {
        return RecordFrame.header(bytes(from, RecordFrame.HEADER_BYTES), header.salt(), from)
                .filter(frame -> from + RecordFrame.HEADER_BYTES + frame.length() <= end);
    }

    private Optional<Intact> record(long from, RecordFrame frame) throws IOException {
        ByteBuffer bytes = bytes(from + RecordFrame.HEADER_BYTES, frame.length());
        if (!frame.holds(bytes, header.salt(), from)) {
            return Optional.empty();
        }
        long to = from + RecordFrame.HEADER_BYTES + frame.length();
        return Optional.of(new Intact(LogRecord.copyOf(from, bytes), to, from - frame.sinceDurable()));
    }

    /** The file's bytes from a position; fewer where the file ends. */
    private ByteBuffer bytes(long from, int length) throws IOException {
        long offset = from - header.base();
        if (offset < windowOffset || offset + length > windowOffset + window.limit()) {
            window = ByteBuffer.allocate((int) Math.max(length, Math.min(WINDOW_BYTES, end - from)));
            windowOffset = offset;
            file.read(offset, window);
            window.flip();
        }
        int start = (int) (offset - windowOffset);
        return window.slice(start, Math.min(length, window.limit() - start));
    }
}
