package io.maimen.driver.omron;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/**
 * One frame of the conversation about a cuff's memory, in either direction: length, type, address, count, data, 00, and a
 * byte that makes the exclusive or of all bytes 0. Immutable.
 *
 * @param type 0 to FFFF
 * @param address 0 to FFFF
 * @param count of bytes read or asked for, 0 to 255
 * @param data what was read or is to be written; none in most frames
 */
record MemoryFrame(int type, int address, int count, Bytes data) {
    static final MessageDecoder<MemoryFrame> DECODER =
            new MessageDecoder<>("omron.memory", MemoryFrame::read, MemoryFrame::fields);
    static final int OPEN = 0x0000;
    static final int READ = 0x0100;
    static final int CLOSE = 0x0F00;
    /** Set in the type of every answer. */
    static final int ANSWER = 0x8000;

    /** Of a frame without data. */
    static final int SHORTEST = 8;

    private static final int DATA = 6;

    /** A frame to the cuff that carries no data. */
    static MemoryFrame question(int type, int address, int count) {
        return new MemoryFrame(type, address, count, Bytes.of());
    }

    /** As written to the cuff. */
    Bytes bytes() {
        ByteBuffer out = ByteBuffer.allocate(SHORTEST + data.size());
        out.put((byte) out.capacity())
                .putShort((short) type)
                .putShort((short) address)
                .put((byte) count)
                .put(data.asBuffer())
                .put((byte) 0);
        out.put((byte) Checksum.xor(out.duplicate().flip()));
        return Bytes.of(out.array());
    }

    /** The frame at the first byte. Bytes that are missing are missing: FF in their place would be an empty record. */
    static Decoded<MemoryFrame> read(ByteBuffer bytes) {
        int length = bytes.hasRemaining() ? lengthOf(bytes.get(0)) : SHORTEST;
        if (bytes.limit() < length) {
            return Decoded.refused(
                    "OMR-001", bytes.limit(), "frame must be " + length + " bytes but was " + bytes.limit());
        }
        if (Checksum.xor(bytes.slice(0, length)) != 0) {
            return Decoded.refused("OMR-003", length - 1, "exclusive or of all bytes must be 0 but was not");
        }
        int count = Byte.toUnsignedInt(bytes.get(DATA - 1));
        int type = Short.toUnsignedInt(bytes.getShort(1));
        if (type == (READ | ANSWER) && count != length - SHORTEST) {
            return Decoded.refused(
                    "OMR-004", DATA - 1, "answer must hold " + count + " bytes but holds " + (length - SHORTEST));
        }
        byte[] data = new byte[length - SHORTEST];
        bytes.get(DATA, data);
        return new Decoded.Frame<>(
                new MemoryFrame(type, Short.toUnsignedInt(bytes.getShort(3)), count, Bytes.of(data)));
    }

    List<FrameField> fields() {
        FieldList fields = new FieldList()
                .number("length", data.size() + SHORTEST, 0, 1)
                .text("type", HexFormat.of().toHexDigits((short) type), 1, 2)
                .text("address", "0x" + HexFormat.of().withUpperCase().toHexDigits((short) address), 3, 2)
                .number("count", count, DATA - 1, 1);
        return data.size() == 0
                ? fields.fields()
                : fields.text("data", data.hex(), DATA, data.size()).fields();
    }

    /** How long the frame is that begins with this byte. */
    static int lengthOf(byte first) {
        return Math.max(SHORTEST, Byte.toUnsignedInt(first));
    }
}
