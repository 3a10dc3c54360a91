package io.maimen.driver.omron;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Write;
import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A frame on its way over four characteristics in each direction, 16 bytes on each: collected from the cuff's, split over ours.
 * The pieces may come in any order. Confined to the session's thread.
 */
final class OmronChannels {
    static final Channel UNLOCK = new Channel("b305b680-aee7-11e1-a730-0002a5d5c51b");
    /** From the cuff. */
    static final List<Channel> FROM_CUFF = List.of(
            new Channel("49123040-aee8-11e1-a74d-0002a5d5c51b"),
            new Channel("4d0bf320-aee8-11e1-a0d9-0002a5d5c51b"),
            new Channel("5128ce60-aee8-11e1-b84b-0002a5d5c51b"),
            new Channel("560f1420-aee8-11e1-8184-0002a5d5c51b"));
    /** To the cuff. */
    static final List<Channel> TO_CUFF = List.of(
            new Channel("db5b55e0-aee7-11e1-965e-0002a5d5c51b"),
            new Channel("e0b8a060-aee7-11e1-92f4-0002a5d5c51b"),
            new Channel("0ae12b00-aee8-11e1-a192-0002a5d5c51b"),
            new Channel("10e1ba60-aee8-11e1-89e5-0002a5d5c51b"));

    private static final int PIECE = 16;

    private final List<Optional<Bytes>> pieces =
            new ArrayList<>(List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

    /** What writes a frame to the cuff. */
    static List<DriverAction> writes(MemoryFrame frame) {
        byte[] bytes = frame.bytes().toArray();
        List<DriverAction> writes = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(at + PIECE, bytes.length));
            writes.add(new Write(TO_CUFF.get(at / PIECE), Bytes.of(piece)));
        }
        return writes;
    }

    /** Takes a piece; the whole frame's bytes when it was the last that was missing. */
    Optional<Bytes> add(Channel channel, Bytes piece) {
        int place = FROM_CUFF.indexOf(channel);
        if (place < 0 || piece.size() == 0) {
            return Optional.empty();
        }
        pieces.set(place, Optional.of(piece));
        Optional<Bytes> first = pieces.get(0);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int length = MemoryFrame.lengthOf(first.get().asBuffer().get(0));
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int i = 0; i < pieces.size() && frame.size() < length; i++) {
            if (pieces.get(i).isEmpty()) {
                return Optional.empty();
            }
            frame.writeBytes(pieces.get(i).get().toArray());
        }
        reset();
        return Optional.of(Bytes.of(frame.toByteArray()));
    }

    /** Forgets the pieces of a frame that never became whole. */
    void reset() {
        pieces.replaceAll(piece -> Optional.empty());
    }
}
