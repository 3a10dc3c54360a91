package io.maimen.driver;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Finds and reads the frames of a stream that may be cut anywhere, such as a serial line. A pure function of the bytes: the
 * same bytes give the same frames, whatever the pieces they come in. Stateless; may be shared.
 */
public interface StreamDecoder {
    /** The stream's name in the catalogue, such as {@code nonin.format-2}. */
    String name();

    /** A reading that has seen no byte yet. */
    Reading open();

    /** One stream being read; holds an unfinished frame, in bounded memory. Confined to one thread. */
    interface Reading {
        /** What is complete with these bytes, in order; what could not be read is there with its reason. */
        List<Decoded<DecodedFrame>> read(ByteBuffer bytes);

        /** What the end of the stream leaves, a frame cut short for one; nothing is read after it. */
        List<Decoded<DecodedFrame>> end();
    }
}
