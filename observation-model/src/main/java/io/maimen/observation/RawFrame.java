package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.time.ReceiveTime;
import java.util.List;

/**
 * A frame exactly as the device sent it, when it arrived, and what its driver read where in it. Immutable.
 *
 * @param fields in the order of their bytes; for the eye that looks at the frame, so no part of its name; none for
 *     waveforms. At most {@link #MOST_FIELDS}, each within the frame
 */
public record RawFrame(Bytes bytes, ReceiveTime receivedAt, List<FrameField> fields) {
    /** More than any eye reads; a frame of nothing but delimiters must not become a message too long to send. */
    public static final int MOST_FIELDS = 1024;

    public RawFrame {
        requireNonNull(bytes, "bytes");
        requireNonNull(receivedAt, "receivedAt");
        fields = List.copyOf(fields);
        int size = bytes.size();
        if (fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException(
                    "OBS-019 frame must have at most " + MOST_FIELDS + " fields but had " + fields.size());
        }
        fields.stream().filter(field -> !field.liesWithin(size)).findFirst().ifPresent(field -> {
            throw new IllegalArgumentException(
                    "OBS-019 frame field must lie within the frame's " + size + " bytes but was " + field);
        });
    }

    /** A frame of which no fields are told. */
    public RawFrame(Bytes bytes, ReceiveTime receivedAt) {
        this(bytes, receivedAt, List.of());
    }

    /** The name these bytes have wherever they are kept, whoever read which fields in them. */
    public RawFrameRef ref() {
        return RawFrameRef.of(bytes);
    }
}
