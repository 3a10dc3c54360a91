package io.maimen.driver.frame;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.StreamDecoder;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;

/**
 * The decoder of a {@link Framing}: of one frame, and of a stream of them. Stateless; may be shared.
 *
 * @param name in the catalogue
 * @param fields what a frame says, with the places of it
 * @param <F> a frame as the format's type
 */
public record FormatDecoder<F>(String name, Framing<F> format, Function<F, List<FrameField>> fields)
        implements FrameDecoder, StreamDecoder {

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        return decoded(format.read(bytes.slice()));
    }

    @Override
    public Reading open() {
        FrameStream<F> stream = new FrameStream<>(format);
        return new Reading() {
            @Override
            public List<Decoded<DecodedFrame>> read(ByteBuffer bytes) {
                return all(stream.read(bytes));
            }

            @Override
            public List<Decoded<DecodedFrame>> end() {
                return all(stream.end());
            }
        };
    }

    private List<Decoded<DecodedFrame>> all(List<FrameStream.Piece<F>> pieces) {
        return pieces.stream().map(piece -> decoded(piece.decoded())).toList();
    }

    private Decoded<DecodedFrame> decoded(Decoded<F> read) {
        return read instanceof Decoded.Frame<F> frame
                ? new Decoded.Frame<>(new DecodedFrame(name, fields.apply(frame.frame())))
                : new Decoded.Refused<>(((Decoded.Refused<F>) read).error());
    }
}
