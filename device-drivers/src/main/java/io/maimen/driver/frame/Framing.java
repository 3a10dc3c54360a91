package io.maimen.driver.frame;

import io.maimen.driver.Decoded;
import java.nio.ByteBuffer;

/**
 * What a format knows of its own frames, so that {@link FrameStream} can find them in a stream. Stateless; may be shared.
 *
 * @param <F> a frame as this format's type
 */
public interface Framing<F> {
    /**
     * How long the frame is that begins at the first of {@code bytes}, of which there is at least one: 0 where none begins,
     * more than there are where more must come before it can be said or read.
     */
    int length(ByteBuffer bytes);

    /**
     * The frame, or why not; never throws. Where none begins at the first byte, that byte alone says so: the refusal does
     * not depend on what follows.
     */
    Decoded<F> read(ByteBuffer frame);
}
