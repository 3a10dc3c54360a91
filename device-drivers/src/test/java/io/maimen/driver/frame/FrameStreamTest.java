package io.maimen.driver.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FrameStream.Piece;
import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrameStreamTest {
    /** A format made up for this test: 7E, one byte of data, their sum. */
    private static final Framing<Integer> FORMAT = new Framing<>() {
        @Override
        public int length(ByteBuffer bytes) {
            return bytes.get(0) == 0x7E ? 3 : 0;
        }

        @Override
        public Decoded<Integer> read(ByteBuffer frame) {
            if (frame.get(0) != 0x7E) {
                return Decoded.refused("T-1", 0, "frame must begin with 7E");
            }
            return frame.limit() == 3 && frame.get(2) == (byte) (0x7E + frame.get(1))
                    ? new Decoded.Frame<>((int) frame.get(1))
                    : Decoded.refused("T-2", 2, "frame is cut off, or its sum is wrong");
        }
    };

    @Test
    void aStretchThatIsNoFrameIsRefusedOnceWithItsBytes() {
        List<Piece<Integer>> pieces = all(new byte[] {1, 2, 3, 0x7E, 5, (byte) 0x83}, 6);
        assertEquals(2, pieces.size());
        assertEquals(Bytes.of((byte) 1, (byte) 2, (byte) 3), pieces.get(0).bytes());
        assertEquals(new Decoded.Frame<>(5), pieces.get(1).decoded());
    }

    @Test
    void aFrameThatTheEndCutsShortIsRefused() {
        assertTrue(all(new byte[] {0x7E, 5}, 2).get(0).decoded() instanceof Decoded.Refused<Integer>);
    }

    @Test
    void noiseWithoutEndIsHandedOnInBoundedStretches() {
        List<Piece<Integer>> pieces = all(new byte[10_000], 1_000);
        assertTrue(pieces.stream().allMatch(piece -> piece.bytes().size() <= 256));
        assertEquals(
                10_000, pieces.stream().mapToInt(piece -> piece.bytes().size()).sum());
    }

    @Property(tries = 300)
    void anyChunkingGivesTheSamePiecesAndLosesNoByte(
            @ForAll byte[] noise, @ForAll @IntRange(min = 1, max = 9) int length) {
        List<Piece<Integer>> whole = all(noise, Math.max(1, noise.length));
        assertEquals(whole, all(noise, length));
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        whole.forEach(piece -> together.writeBytes(piece.bytes().toArray()));
        assertEquals(Bytes.of(noise), Bytes.of(together.toByteArray()));
    }

    /** Also where the data look like the beginning of a frame. */
    @Property(tries = 300)
    void aDamagedFrameNeverShiftsTheNext(
            @ForAll @Size(min = 3, max = 20) byte[] data, @ForAll @IntRange(min = 1, max = 255) int damage) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        List<Integer> sent = new ArrayList<>();
        for (byte value : data) {
            boolean damaged = sent.size() == 1;
            line.writeBytes(new byte[] {0x7E, value, (byte) (0x7E + value + (damaged ? damage : 0))});
            sent.add((int) value);
        }
        sent.remove(1);
        List<Integer> read = all(line.toByteArray(), 2).stream()
                .filter(piece -> piece.decoded() instanceof Decoded.Frame<Integer>)
                .map(piece -> ((Decoded.Frame<Integer>) piece.decoded()).frame())
                .toList();
        assertEquals(sent, read);
    }

    private static List<Piece<Integer>> all(byte[] bytes, int length) {
        FrameStream<Integer> stream = new FrameStream<>(FORMAT);
        List<Piece<Integer>> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += length) {
            pieces.addAll(
                    stream.read(ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, Math.min(at + length, bytes.length)))));
        }
        pieces.addAll(stream.end());
        return pieces;
    }
}
