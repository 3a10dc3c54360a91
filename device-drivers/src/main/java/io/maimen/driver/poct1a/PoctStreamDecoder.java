package io.maimen.driver.poct1a;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.StreamDecoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stream {@code poct1a}: XML messages one after the other; {@link MessageFields} names what they hold. Stateless. */
final class PoctStreamDecoder implements StreamDecoder {
    private static final int MAX_MESSAGE_BYTES = 256 * 1024;

    @Override
    public String name() {
        return "poct1a";
    }

    @Override
    public Reading open() {
        XmlCutter cutter = new XmlCutter(MAX_MESSAGE_BYTES);
        return new Reading() {
            @Override
            public List<Decoded<DecodedFrame>> read(ByteBuffer bytes) {
                List<Decoded<DecodedFrame>> frames = new ArrayList<>();
                for (int i = bytes.position(); i < bytes.limit(); i++) {
                    add(cutter.read(bytes.get(i)), frames);
                }
                return frames;
            }

            @Override
            public List<Decoded<DecodedFrame>> end() {
                List<Decoded<DecodedFrame>> frames = new ArrayList<>();
                add(cutter.end(), frames);
                return frames;
            }
        };
    }

    private static void add(Optional<XmlCutter.Cut> cut, List<Decoded<DecodedFrame>> frames) {
        cut.map(PoctStreamDecoder::frame).ifPresent(frames::add);
    }

    private static Decoded<DecodedFrame> frame(XmlCutter.Cut cut) {
        if (cut.error().isPresent()) {
            return new Decoded.Refused<>(cut.error().get());
        }
        Decoded<PoctMessage> read = PoctMessage.read(cut.bytes());
        if (read instanceof Decoded.Refused<PoctMessage> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        PoctMessage message = ((Decoded.Frame<PoctMessage>) read).frame();
        return new Decoded.Frame<>(new DecodedFrame(message.root(), MessageFields.of(message, cut.bytes())));
    }
}
