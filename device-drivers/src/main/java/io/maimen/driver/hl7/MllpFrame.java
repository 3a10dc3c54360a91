package io.maimen.driver.hl7;

import io.maimen.driver.frame.FrameCutter;
import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The block of MLLP (HL7 Version 2 transport, appendix C): VT, message, FS CR. Stateless. */
final class MllpFrame {
    static final byte VT = 0x0B;
    private static final byte FS = 0x1C;
    private static final byte CR = 0x0D;
    private static final int END_LENGTH = 2;

    private MllpFrame() {}

    /** Frames end with FS CR; an FS alone is a part of the message. */
    static FrameCutter cutter(int maxBytes) {
        return new FrameCutter(VT, tail -> tail[1] == FS && tail[2] == CR, maxBytes);
    }

    /** The message in a whole frame. */
    static Bytes message(Bytes frame) {
        return Bytes.of(Arrays.copyOfRange(frame.toArray(), 1, frame.size() - END_LENGTH));
    }

    /** The frame of a message. */
    static Bytes of(byte[] message) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(message.length + 1 + END_LENGTH);
        frame.write(VT);
        frame.writeBytes(message);
        frame.write(FS);
        frame.write(CR);
        return Bytes.of(frame.toByteArray());
    }
}
