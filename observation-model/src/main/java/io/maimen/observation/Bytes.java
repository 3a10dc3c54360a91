package io.maimen.observation;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes, copied in and out; records cannot hold a bare array without leaking it. May be shared. */
public final class Bytes {
    private static final int SHOWN = 16;
    private final byte[] values;

    private Bytes(byte[] values) {
        this.values = values;
    }

    /** Takes a copy of {@code values}. */
    public static Bytes of(byte... values) {
        return new Bytes(values.clone());
    }

    public int size() {
        return values.length;
    }

    /** A copy. */
    public byte[] toArray() {
        return values.clone();
    }

    /** A read-only view, positioned at the first byte. */
    public ByteBuffer asBuffer() {
        return ByteBuffer.wrap(values).asReadOnlyBuffer();
    }

    /** All bytes in lower-case hex without separators. */
    public String hex() {
        return HexFormat.of().formatHex(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** The first bytes in hex and the length; frames in logs stay short. */
    @Override
    public String toString() {
        String head = HexFormat.of().formatHex(values, 0, Math.min(SHOWN, values.length));
        return values.length + " bytes " + head + (values.length > SHOWN ? "…" : "");
    }
}
