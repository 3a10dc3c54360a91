package io.maimen.driver;

/**
 * One field of a frame. Immutable.
 *
 * @param name in the protocol document's words
 * @param value as text, exactly as sent where it is text
 * @param unit UCUM or empty
 * @param offset of its first byte in the frame
 * @param length in bytes
 */
public record FrameField(String name, String value, String unit, int offset, int length) {
    public FrameField {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException(
                    "DEC-013 offset and length must be 0 or more but was " + offset + "+" + length);
        }
    }
}
