package io.maimen.driver.frame;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;

/**
 * The decoder of messages that the transport keeps apart, such as notifications or records of a memory. Stateless; may be
 * shared.
 *
 * @param name in the catalogue
 * @param read the message as its type, from the first byte; never throws
 * @param fields what a message says, with the places of it
 * @param <M> a message as its type
 */
public record MessageDecoder<M>(
        String name, Function<ByteBuffer, Decoded<M>> read, Function<M, List<FrameField>> fields)
        implements FrameDecoder {

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        Decoded<M> decoded = read.apply(bytes.slice());
        return decoded instanceof Decoded.Frame<M> frame
                ? new Decoded.Frame<>(new DecodedFrame(name, fields.apply(frame.frame())))
                : new Decoded.Refused<>(((Decoded.Refused<M>) decoded).error());
    }
}
