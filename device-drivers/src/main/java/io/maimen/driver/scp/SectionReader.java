package io.maimen.driver.scp;

import io.maimen.driver.recording.RefusedFile;
import io.maimen.observation.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads one section of a file from its beginning to its end; numbers little-endian. Confined to one thread. */
final class SectionReader {
    private final int id;
    private final int offset;
    private final ByteBuffer bytes;

    /**
     * At the beginning.
     *
     * @param id of the section
     * @param offset of the first of {@code bytes} in the file
     */
    SectionReader(int id, int offset, ByteBuffer bytes) {
        this.id = id;
        this.offset = offset;
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    int id() {
        return id;
    }

    /** Where it stands, in the file. */
    int position() {
        return offset + bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    int unsigned8() throws RefusedFile {
        require(Byte.BYTES);
        return Byte.toUnsignedInt(bytes.get());
    }

    int unsigned16() throws RefusedFile {
        require(Short.BYTES);
        return Short.toUnsignedInt(bytes.getShort());
    }

    int signed16() throws RefusedFile {
        require(Short.BYTES);
        return bytes.getShort();
    }

    long unsigned32() throws RefusedFile {
        require(Integer.BYTES);
        return Integer.toUnsignedLong(bytes.getInt());
    }

    void skip(int count) throws RefusedFile {
        require(count);
        bytes.position(bytes.position() + count);
    }

    /** The next {@code count} bytes to be read apart; this reader stands behind them. */
    SectionReader part(int count) throws RefusedFile {
        require(count);
        SectionReader part = new SectionReader(id, position(), bytes.slice(bytes.position(), count));
        skip(count);
        return part;
    }

    /** All that is left as text, up to a zero byte: UTF-8 where it is that, else Latin-1, the two that carts write. */
    String text() {
        byte[] left = new byte[bytes.remaining()];
        bytes.get(left);
        int end = 0;
        while (end < left.length && left[end] != 0) {
            end++;
        }
        String text = new String(left, 0, end, StandardCharsets.UTF_8);
        return (text.indexOf('\uFFFD') < 0 ? text : new String(left, 0, end, StandardCharsets.ISO_8859_1)).strip();
    }

    /** All that is left as samples of two bytes each. */
    Samples samples() throws RefusedFile {
        int[] samples = new int[bytes.remaining() / Short.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = signed16();
        }
        return Samples.of(samples);
    }

    /** All that is left, to be read bit by bit. */
    BitReader bits() {
        return new BitReader(bytes.slice());
    }

    private void require(int count) throws RefusedFile {
        if (bytes.remaining() < count) {
            throw new RefusedFile(
                    "SCP-010",
                    position(),
                    "section " + id + " must hold " + count + " bytes more but was " + bytes.remaining()
                            + " short of its end; export the recording again");
        }
    }
}
