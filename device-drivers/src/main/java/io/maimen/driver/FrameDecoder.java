package io.maimen.driver;

import java.nio.ByteBuffer;

/** Reads one frame; a pure function without I/O. Stateless; may be shared. */
public interface FrameDecoder {
    /** The frame's name in the catalogue, such as {@code astm.frame}. */
    String name();

    /** The frame with all its fields, or why not. {@code bytes} is read from its position to its limit. */
    Decoded<DecodedFrame> decode(ByteBuffer bytes);
}
