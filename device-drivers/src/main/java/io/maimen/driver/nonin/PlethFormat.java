package io.maimen.driver.nonin;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import io.maimen.driver.frame.Framing;
import java.nio.ByteBuffer;

/** The two formats of 75 frames a second, 25 a packet, five bytes each with the sum of the first four at the end. */
enum PlethFormat implements Framing<PlethFrame> {
    /** 01, status, pleth, information, checksum. */
    FORMAT_2(1),
    /** Status, pleth in two bytes, the upper first, information, checksum; there is no start byte. */
    FORMAT_7(0);

    /** Of one frame in bytes. */
    static final int LENGTH = 5;
    /** Where the byte of information is in either format. */
    static final int INFORMATION = 3;

    private static final int CHECKSUM = 4;
    private static final int START = 0x01;
    private static final int ALWAYS_SET = 0x80;

    private final int statusAt;

    PlethFormat(int statusAt) {
        this.statusAt = statusAt;
    }

    /** Offset of the status byte. */
    int statusAt() {
        return statusAt;
    }

    @Override
    public int length(ByteBuffer bytes) {
        return begins(bytes.get(0)) ? LENGTH : 0;
    }

    private boolean begins(byte first) {
        return this == FORMAT_2 ? first == START : (first & ALWAYS_SET) != 0;
    }

    @Override
    public Decoded<PlethFrame> read(ByteBuffer frame) {
        if (!frame.hasRemaining() || !begins(frame.get(0))) {
            return Decoded.refused("OXI-001", 0, "frame must begin with " + (statusAt == 1 ? "01" : "80 to FF"));
        }
        if (frame.limit() < LENGTH) {
            return Decoded.refused("OXI-002", frame.limit(), "frame must be 5 bytes but was " + frame.limit());
        }
        int status = Byte.toUnsignedInt(frame.get(statusAt));
        if ((status & ALWAYS_SET) == 0) {
            return Decoded.refused("OXI-003", statusAt, "bit 7 of the status must be set but status was " + status);
        }
        int expected = Checksum.sumModulo256(frame.slice(0, CHECKSUM));
        int actual = Byte.toUnsignedInt(frame.get(CHECKSUM));
        if (expected != actual) {
            return Decoded.refused("OXI-004", CHECKSUM, "checksum must be " + expected + " but was " + actual);
        }
        int pleth = statusAt == 1 ? Byte.toUnsignedInt(frame.get(2)) : Short.toUnsignedInt(frame.getShort(1));
        return new Decoded.Frame<>(new PlethFrame(status, pleth, Byte.toUnsignedInt(frame.get(INFORMATION))));
    }
}
