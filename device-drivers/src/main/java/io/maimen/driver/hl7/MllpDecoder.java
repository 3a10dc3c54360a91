package io.maimen.driver.hl7;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.StreamDecoder;
import io.maimen.driver.frame.FrameCutter;
import io.maimen.driver.frame.FrameCutter.Piece;
import java.nio.ByteBuffer;
import java.util.List;

/** The stream {@code hl7.mllp}: messages in MLLP frames. Stateless. */
final class MllpDecoder implements StreamDecoder {
    static final int MAX_FRAME_BYTES = 1024 * 1024;

    @Override
    public String name() {
        return "hl7.mllp";
    }

    @Override
    public Reading open() {
        FrameCutter cutter = MllpFrame.cutter(MAX_FRAME_BYTES);
        return new Reading() {
            @Override
            public List<Decoded<DecodedFrame>> read(ByteBuffer bytes) {
                return cutter.read(bytes).stream().map(MllpDecoder::frame).toList();
            }

            @Override
            public List<Decoded<DecodedFrame>> end() {
                return cutter.end().stream().map(MllpDecoder::frame).toList();
            }
        };
    }

    private static Decoded<DecodedFrame> frame(Piece piece) {
        if (piece instanceof Piece.Whole whole) {
            return Hl7Decoder.shown(MllpFrame.message(whole.bytes()).toArray(), 1);
        }
        return new Decoded.Refused<>(error(piece));
    }

    /** Why a piece is no frame. */
    static DecodeError error(Piece piece) {
        if (piece instanceof Piece.Outside) {
            return new DecodeError("HL7-001", 0, "frame must begin with VT (0B) but did not");
        }
        if (piece instanceof Piece.TooLong tooLong) {
            int size = tooLong.bytes().size();
            return new DecodeError("HL7-007", size, "frame must be shorter than " + size + " bytes");
        }
        return new DecodeError("HL7-006", 0, "frame must end in FS CR (1C 0D) but was cut off");
    }
}
