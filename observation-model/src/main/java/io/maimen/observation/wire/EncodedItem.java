package io.maimen.observation.wire;

import java.util.Arrays;

/** Bytes that are one encoded thing, kept as they came. Immutable: copied in and out. */
public final class EncodedItem {
    private final byte[] bytes;

    private EncodedItem(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy of {@code bytes}. */
    public static EncodedItem of(byte[] bytes) {
        return new EncodedItem(bytes.clone());
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedItem that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
