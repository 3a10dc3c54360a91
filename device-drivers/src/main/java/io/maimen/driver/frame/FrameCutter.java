package io.maimen.driver.frame;

import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a stream into frames that begin with a byte of their own, one that means nothing else: the same byte inside a frame
 * says that the one before was cut short. Bounded memory. Confined to one thread.
 */
public final class FrameCutter {
    private static final int MOST_OUTSIDE_BYTES = 256;

    private final byte begin;
    private final Ending ending;
    private final int maxBytes;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final byte[] tail = new byte[Ending.TAIL];
    private final ByteArrayOutputStream outside = new ByteArrayOutputStream();
    private boolean inside;
    private boolean outsideReported;

    /** Says whether a frame ends with the byte just added. */
    public interface Ending {
        /** How many of the last bytes are shown, the newest last; zeros before the frame's beginning. */
        int TAIL = 3;

        /** True when {@code tail}, the last {@link #TAIL} bytes of the frame so far, ends it. */
        boolean isReached(byte[] tail);
    }

    /** What was found. A closed set; immutable. */
    public sealed interface Piece {
        /** The bytes it is made of. */
        Bytes bytes();

        /** A frame from its first byte to its last. */
        record Whole(Bytes bytes) implements Piece {}

        /** A frame that another one, or the end of the stream, cut short. */
        record CutShort(Bytes bytes) implements Piece {}

        /** The first {@code maxBytes} of a frame that goes on; its rest is passed over. */
        record TooLong(Bytes bytes) implements Piece {}

        /** The first bytes, 256 at most, of a run outside any frame. */
        record Outside(Bytes bytes) implements Piece {}
    }

    /**
     * A cutter that has seen no byte yet.
     *
     * @param maxBytes a frame may have, its first and last bytes included
     */
    public FrameCutter(byte begin, Ending ending, int maxBytes) {
        this.begin = begin;
        this.ending = ending;
        this.maxBytes = maxBytes;
    }

    /** What is complete with these bytes, in order. The line ends and ETX between frames are passed over. */
    public List<Piece> read(ByteBuffer bytes) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            read(bytes.get(i)).ifPresent(pieces::add);
        }
        return pieces;
    }

    /** What this byte completes. */
    public Optional<Piece> read(byte value) {
        if (value == begin) {
            Optional<Piece> before = end();
            inside = true;
            outsideReported = false;
            add(value);
            return before;
        }
        if (!inside) {
            return outside(value);
        }
        add(value);
        if (ending.isReached(tail)) {
            return Optional.of(new Piece.Whole(take()));
        }
        if (frame.size() == maxBytes) {
            outsideReported = true;
            return Optional.of(new Piece.TooLong(take()));
        }
        return Optional.empty();
    }

    /** Bytes of the frame under way; 0 between frames. */
    public int pendingBytes() {
        return frame.size();
    }

    /** What is left when the stream ends or falls silent. */
    public Optional<Piece> end() {
        if (inside) {
            return Optional.of(new Piece.CutShort(take()));
        }
        return outside.size() > 0 ? Optional.of(takeOutside()) : Optional.empty();
    }

    private void add(byte value) {
        frame.write(value);
        System.arraycopy(tail, 1, tail, 0, Ending.TAIL - 1);
        tail[Ending.TAIL - 1] = value;
    }

    private Optional<Piece> outside(byte value) {
        boolean nothing = value == '\r' || value == '\n' || value == '\3';
        if (outsideReported || (nothing && outside.size() == 0)) {
            return Optional.empty();
        }
        outside.write(value);
        outsideReported = outside.size() == MOST_OUTSIDE_BYTES;
        return outsideReported ? Optional.of(takeOutside()) : Optional.empty();
    }

    private Bytes take() {
        Bytes bytes = Bytes.of(frame.toByteArray());
        frame.reset();
        Arrays.fill(tail, (byte) 0);
        inside = false;
        return bytes;
    }

    private Piece takeOutside() {
        Piece piece = new Piece.Outside(Bytes.of(outside.toByteArray()));
        outside.reset();
        return piece;
    }
}
