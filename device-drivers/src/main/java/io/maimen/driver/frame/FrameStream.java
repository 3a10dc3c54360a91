package io.maimen.driver.frame;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.observation.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a stream into frames, whatever pieces it comes in. Bytes that are no frame become one refusal a stretch, with the
 * reason of its first byte, and never shift the frame after them: a refused frame is skipped as a whole only where another
 * begins right behind it, else byte by byte. Holds one unfinished frame and at most {@value #LONGEST_STRETCH} refused bytes.
 * Confined to one thread.
 *
 * @param <F> a frame as the format's type
 */
public final class FrameStream<F> {
    private static final int LONGEST_STRETCH = 256;

    private final Framing<F> format;
    private byte[] pending = {};
    /** Everything in {@link #pending} before this is refused already, and {@link #reason} says why. */
    private int next;

    private Optional<DecodeError> reason = Optional.empty();

    /** A frame or a stretch that is none, with its bytes. */
    public record Piece<F>(Decoded<F> decoded, Bytes bytes) {}

    /** A stream of which no byte came yet. */
    public FrameStream(Framing<F> format) {
        this.format = format;
    }

    /** What these bytes complete, in order. */
    public List<Piece<F>> read(ByteBuffer bytes) {
        byte[] longer = Arrays.copyOf(pending, pending.length + bytes.remaining());
        bytes.duplicate().get(longer, pending.length, bytes.remaining());
        pending = longer;
        return cut(false);
    }

    /** What the end of the stream leaves; begins anew. */
    public List<Piece<F>> end() {
        return cut(true);
    }

    private List<Piece<F>> cut(boolean ended) {
        List<Piece<F>> pieces = new ArrayList<>();
        int start = 0;
        while (next < pending.length) {
            int length = format.length(from(next));
            if (length > pending.length - next && !ended) {
                break;
            }
            int there = Math.min(Math.max(length, 1), pending.length - next);
            Decoded<F> decoded = format.read(from(next).limit(there));
            if (decoded instanceof Decoded.Refused<F> refused) {
                int skipped = there == 1 ? 1 : skipped(next + there, there, ended);
                if (skipped == 0) {
                    break;
                }
                reason = reason.or(() -> Optional.of(refused.error()));
                next += skipped;
            } else {
                start = addRefused(start, pieces);
                next += there;
                pieces.add(new Piece<>(decoded, bytes(start, next)));
                start = next;
            }
            if (next - start >= LONGEST_STRETCH) {
                start = addRefused(start, pieces);
            }
        }
        start = ended ? addRefused(start, pieces) : start;
        pending = Arrays.copyOfRange(pending, start, pending.length);
        next -= start;
        return pieces;
    }

    /** How much of a refused frame to pass over; 0 where only what comes after {@code behind} can tell. */
    private int skipped(int behind, int whole, boolean ended) {
        if (behind == pending.length) {
            return ended ? whole : 0;
        }
        int length = format.length(from(behind));
        if (length > pending.length - behind) {
            return ended ? 1 : 0;
        }
        boolean anotherBegins = length > 0 && format.read(from(behind).limit(length)) instanceof Decoded.Frame<F>;
        return anotherBegins ? whole : 1;
    }

    private int addRefused(int start, List<Piece<F>> pieces) {
        reason.ifPresent(error -> pieces.add(new Piece<>(new Decoded.Refused<>(error), bytes(start, next))));
        reason = Optional.empty();
        return next;
    }

    private ByteBuffer from(int offset) {
        return ByteBuffer.wrap(pending, offset, pending.length - offset).slice();
    }

    private Bytes bytes(int from, int to) {
        return Bytes.of(Arrays.copyOfRange(pending, from, to));
    }
}
