package io.maimen.driver.microlife;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A frame: 4D, FF for a command or 3A for a response, the length of payload and checksum, payload, and the low byte of the sum
 * of all before. Immutable.
 */
record MicrolifeFrame(boolean command, Bytes payload) {
    static final MessageDecoder<MicrolifeFrame> DECODER =
            new MessageDecoder<>("microlife.frame", MicrolifeFrame::read, MicrolifeFrame::fields);
    static final int HEADER = 4;

    static final int START = 0x4D;
    private static final int COMMAND = 0xFF;
    private static final int RESPONSE = 0x3A;

    /** As written to the cuff. */
    Bytes bytes() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + payload.size() + 1)
                .put((byte) START)
                .put((byte) (command ? COMMAND : RESPONSE))
                .putShort((short) (payload.size() + 1))
                .put(payload.asBuffer());
        out.put((byte) Checksum.sumModulo256(out.duplicate().flip()));
        return Bytes.of(out.array());
    }

    /** The frame these bytes are, no fewer and no more. */
    static Decoded<MicrolifeFrame> read(ByteBuffer bytes) {
        if (!bytes.hasRemaining() || bytes.get(0) != START) {
            return Decoded.refused("OMR-007", 0, "frame must begin with 4D");
        }
        int direction = bytes.limit() > 1 ? Byte.toUnsignedInt(bytes.get(1)) : RESPONSE;
        if (direction != COMMAND && direction != RESPONSE) {
            return Decoded.refused("OMR-007", 1, "direction must be FF or 3A but was " + direction);
        }
        int length = HEADER + (bytes.limit() < HEADER ? 1 : Math.max(1, Short.toUnsignedInt(bytes.getShort(2))));
        if (bytes.limit() != length) {
            return Decoded.refused(
                    "OMR-008", bytes.limit(), "frame must be " + length + " bytes but was " + bytes.limit());
        }
        int expected = Checksum.sumModulo256(bytes.slice(0, length - 1));
        int actual = Byte.toUnsignedInt(bytes.get(length - 1));
        if (expected != actual) {
            return Decoded.refused("OMR-009", length - 1, "checksum must be " + expected + " but was " + actual);
        }
        byte[] payload = new byte[length - HEADER - 1];
        bytes.get(HEADER, payload);
        return new Decoded.Frame<>(new MicrolifeFrame(direction == COMMAND, Bytes.of(payload)));
    }

    List<FrameField> fields() {
        return new FieldList()
                .text("direction", command ? "command" : "response", 1, 1)
                .number("length", payload.size() + 1, 2, 2)
                .text("payload", payload.hex(), HEADER, payload.size())
                .fields();
    }
}
