package io.maimen.observation;

/**
 * One field of a frame: what it says and the bytes that say it. Immutable.
 *
 * @param name in the protocol document's words, not blank
 * @param value as text, exactly as sent where it is text
 * @param unit UCUM or empty
 * @param offset of its first byte in the frame
 * @param length in bytes
 */
public record FrameField(String name, String value, String unit, int offset, int length) {
    public FrameField {
        if (name.isBlank() || offset < 0 || length < 0) {
            throw new IllegalArgumentException(
                    "OBS-018 frame field must have a name, offset and length of 0 or more but was '" + name + "' at "
                            + offset + "+" + length);
        }
    }

    /** Whether its bytes are bytes of a frame of {@code size} bytes. */
    boolean liesWithin(int size) {
        return (long) offset + length <= size;
    }
}
