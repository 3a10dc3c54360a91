package io.maimen.simulator.conformance.vectors;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.DriverCatalogue;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.StreamDecoder;
import io.maimen.observation.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** The decoders of the installed drivers, by name. Immutable; may be shared. */
final class Decoders {
    private static final int LONGEST_PIECE = 7;
    private static final long SEED = 8428;

    private final Map<String, FrameDecoder> frames = new TreeMap<>();
    private final Map<String, StreamDecoder> streams = new TreeMap<>();

    Decoders(DriverCatalogue catalogue) {
        catalogue.drivers().forEach(driver -> {
            driver.frameDecoders().forEach(decoder -> frames.put(decoder.name(), decoder));
            driver.streamDecoders().forEach(decoder -> streams.put(decoder.name(), decoder));
        });
    }

    /** One frame through a decoder of frames. */
    Decoded<DecodedFrame> frame(String decoder, Bytes bytes) throws NotReadException {
        FrameDecoder found = frames.get(decoder);
        if (found == null) {
            throw new NotReadException(NotReadException.Why.UNSUPPORTED, "no driver has a decoder " + decoder);
        }
        return found.decode(bytes.asBuffer());
    }

    /** A stream through a decoder of streams: whole, byte by byte and in pieces of seeded lengths, which must all agree. */
    List<Decoded<DecodedFrame>> stream(String decoder, Bytes bytes) throws NotReadException {
        StreamDecoder found = streams.get(decoder);
        if (found == null) {
            throw new NotReadException(NotReadException.Why.UNSUPPORTED, "no driver has a stream decoder " + decoder);
        }
        List<Decoded<DecodedFrame>> whole = inPieces(found, bytes, left -> left);
        Random random = new Random(SEED);
        agree(whole, inPieces(found, bytes, left -> 1), "byte by byte");
        agree(
                whole,
                inPieces(found, bytes, left -> Math.min(left, 1 + random.nextInt(LONGEST_PIECE))),
                "in pieces of 1 to " + LONGEST_PIECE + " bytes");
        return whole;
    }

    private static List<Decoded<DecodedFrame>> inPieces(StreamDecoder decoder, Bytes bytes, IntUnaryOperator length) {
        StreamDecoder.Reading reading = decoder.open();
        List<Decoded<DecodedFrame>> frames = new ArrayList<>();
        ByteBuffer left = bytes.asBuffer();
        while (left.hasRemaining()) {
            int piece = length.applyAsInt(left.remaining());
            frames.addAll(reading.read(left.slice(left.position(), piece)));
            left.position(left.position() + piece);
        }
        frames.addAll(reading.end());
        return frames;
    }

    private static void agree(List<?> whole, List<?> pieces, String how) throws NotReadException {
        if (!whole.equals(pieces)) {
            throw new NotReadException(
                    NotReadException.Why.FAILED, "the stream " + how + " gives " + pieces + " and whole " + whole);
        }
    }
}
