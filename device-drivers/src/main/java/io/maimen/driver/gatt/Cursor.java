package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Walks over a characteristic's value from front to back: little-endian, each field where the one before it ends. Beyond the
 * end it reads zeros and remembers how much was missing, so a reader reads on and {@link #whole} decides. Notes the fields
 * with their places only where somebody wants to see them. Confined to one reading.
 */
final class Cursor {
    static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final int BITS_IN_BYTE = 8;
    private static final int HIGHEST_BYTE = 24;

    private final ByteBuffer in;
    private final boolean noting;
    private final List<FrameField> fields = new ArrayList<>();
    private int offset;

    private Cursor(ByteBuffer bytes, boolean noting) {
        this.in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.noting = noting;
    }

    /** For those who want the values. */
    static Cursor over(ByteBuffer bytes) {
        return new Cursor(bytes, false);
    }

    /** For those who want to see where each value stands. */
    static Cursor noting(ByteBuffer bytes) {
        return new Cursor(bytes, true);
    }

    int uint8() {
        int value = offset < in.limit() ? Byte.toUnsignedInt(in.get(offset)) : 0;
        offset++;
        return value;
    }

    int uint16() {
        return uint8() | (uint8() << BITS_IN_BYTE);
    }

    int uint24() {
        return uint16() | (uint8() << (2 * BITS_IN_BYTE));
    }

    int int32() {
        return uint24() | (uint8() << HIGHEST_BYTE);
    }

    /** A field that is a whole number. */
    int uint8(String name, String unit) {
        return number(name, unit, uint8(), 1);
    }

    int uint16(String name, String unit) {
        return number(name, unit, uint16(), 2);
    }

    int int16(String name, String unit) {
        return number(name, unit, (short) uint16(), 2);
    }

    private int number(String name, String unit, int value, int length) {
        if (noting) {
            note(name, Integer.toString(value), unit, length);
        }
        return value;
    }

    Sfloat sfloat(String name, String unit) {
        Sfloat value = new Sfloat(uint16());
        if (noting) {
            note(name, value.text(), unit, 2);
        }
        return value;
    }

    /** A number in steps of {@code 10^-decimals} times {@code factor}; one that says that there is none is for the caller. */
    ScaledNumber scaled(String name, String unit, int factor, int decimals) {
        ScaledNumber value = new ScaledNumber(uint16(), factor, decimals);
        if (noting) {
            note(name, value.text(), unit, 2);
        }
        return value;
    }

    DateTime dateTime(String name) {
        DateTime time = new DateTime(uint16(), uint8(), uint8(), uint8(), uint8(), uint8());
        if (noting) {
            note(name, time.toString(), "", DateTime.LENGTH);
        }
        return time;
    }

    /** Flags of one byte, shown in hexadecimal. */
    int flags8(String name) {
        return word(name, uint8(), 1);
    }

    int flags16(String name) {
        return word(name, uint16(), 2);
    }

    int flags24(String name) {
        return word(name, uint24(), 3);
    }

    private int word(String name, int value, int length) {
        if (noting) {
            note(name, HEX.toHexDigits(value, 2 * length), "", length);
        }
        return value;
    }

    /** The bits of a word read just now, in words: one field for each that is set, over the word's bytes. */
    void bits(String name, int word, int length, List<String> words) {
        for (int bit = 0; noting && bit < words.size(); bit++) {
            if (((word >> bit) & 1) != 0 && !words.get(bit).isEmpty()) {
                note(name, words.get(bit), "", length);
            }
        }
    }

    /** Says what the bytes read just now mean. */
    void note(String name, String value, String unit, int length) {
        if (noting && offset <= in.limit()) {
            fields.add(new FrameField(name, value, unit, offset - length, length));
        }
    }

    int offset() {
        return offset;
    }

    /** How many bytes are left. */
    int left() {
        return Math.max(0, in.limit() - offset);
    }

    /** The bytes between two places. */
    ByteBuffer between(int from, int to) {
        return in.slice(from, to - from);
    }

    /** The value, if all its bytes were there; what follows them is tolerated. */
    <T> Decoded<T> whole(T value) {
        if (offset > in.limit()) {
            return Decoded.refused(
                    "GATT-001",
                    in.limit(),
                    "value must be " + offset + " bytes or more, as its flags say, but was " + in.limit());
        }
        if (left() > 0) {
            int trailing = left();
            offset = in.limit();
            note("trailing bytes", Integer.toString(trailing), "", trailing);
        }
        return new Decoded.Frame<>(value);
    }

    List<FrameField> fields() {
        return List.copyOf(fields);
    }
}
