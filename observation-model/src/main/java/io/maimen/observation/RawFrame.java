package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.time.ReceiveTime;
import java.util.Arrays;

/**
 * A frame exactly as the device sent it, and when it arrived. Immutable: bytes are copied in and out.
 *
 * <p>Equality is by bytes and time.
 */
public final class RawFrame {
    private final byte[] bytes;
    private final ReceiveTime receivedAt;

    private RawFrame(byte[] bytes, ReceiveTime receivedAt) {
        this.bytes = bytes;
        this.receivedAt = requireNonNull(receivedAt, "receivedAt");
    }

    /** Takes a copy of {@code bytes}. */
    public static RawFrame of(byte[] bytes, ReceiveTime receivedAt) {
        return new RawFrame(bytes.clone(), receivedAt);
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    public ReceiveTime receivedAt() {
        return receivedAt;
    }

    public RawFrameRef ref() {
        return RawFrameRef.of(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawFrame that && Arrays.equals(bytes, that.bytes) && receivedAt.equals(that.receivedAt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes received " + receivedAt.instant();
    }
}
