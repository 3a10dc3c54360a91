package io.maimen.driver.astm;

import io.maimen.observation.Bytes;
import io.maimen.observation.RawFrameRef;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * The beginning of a record whose CR has not come yet, because the record is split over frames. Immutable.
 *
 * @param text so far; empty and meaningless when {@code tooLong}
 * @param frames it came in
 * @param tooLong the record outgrew the limit; its rest is passed over
 */
record BegunRecord(Bytes text, List<RawFrameRef> frames, boolean tooLong) {
    static final BegunRecord NONE = new BegunRecord(Bytes.of(), List.of(), false);

    BegunRecord {
        frames = List.copyOf(frames);
    }

    boolean isEmpty() {
        return text.size() == 0 && !tooLong;
    }

    /** With {@code length} more bytes that came in {@code frame}. */
    BegunRecord plus(byte[] bytes, int from, int length, RawFrameRef frame, int maxBytes) {
        if (tooLong || length == 0) {
            return this;
        }
        if (text.size() + length > maxBytes) {
            return new BegunRecord(Bytes.of(), List.of(), true);
        }
        ByteArrayOutputStream longer = new ByteArrayOutputStream(text.size() + length);
        longer.writeBytes(text.toArray());
        longer.write(bytes, from, length);
        List<RawFrameRef> longerFrames =
                Stream.concat(frames.stream(), Stream.of(frame)).distinct().toList();
        return new BegunRecord(Bytes.of(longer.toByteArray()), longerFrames, false);
    }
}
