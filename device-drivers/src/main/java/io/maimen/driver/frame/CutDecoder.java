package io.maimen.driver.frame;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.StreamDecoder;
import io.maimen.driver.frame.FrameCutter.Piece;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;

/**
 * The decoder of a stream that a {@link FrameCutter} cuts. Stateless; may be shared.
 *
 * @param frame reads what was cut; the stream has its name
 * @param noFrameCode the code for bytes that are no whole frame
 */
public record CutDecoder(FrameDecoder frame, Supplier<FrameCutter> cutter, String noFrameCode)
        implements StreamDecoder {
    @Override
    public String name() {
        return frame.name();
    }

    @Override
    public Reading open() {
        FrameCutter opened = cutter.get();
        return new Reading() {
            @Override
            public List<Decoded<DecodedFrame>> read(ByteBuffer bytes) {
                return opened.read(bytes).stream().map(CutDecoder.this::decoded).toList();
            }

            @Override
            public List<Decoded<DecodedFrame>> end() {
                return opened.end().stream().map(CutDecoder.this::decoded).toList();
            }
        };
    }

    private Decoded<DecodedFrame> decoded(Piece piece) {
        return piece instanceof Piece.Whole
                ? frame.decode(piece.bytes().asBuffer())
                : Decoded.refused(noFrameCode, 0, "bytes must be a whole frame but were not");
    }
}
