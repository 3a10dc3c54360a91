package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.time.ReceiveTime;

/** A frame exactly as the device sent it, and when it arrived. Immutable. */
public record RawFrame(Bytes bytes, ReceiveTime receivedAt) {
    public RawFrame {
        requireNonNull(bytes, "bytes");
        requireNonNull(receivedAt, "receivedAt");
    }

    /** The name these bytes have wherever they are kept. */
    public RawFrameRef ref() {
        return RawFrameRef.of(bytes);
    }
}
