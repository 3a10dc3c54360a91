package io.maimen.observation.wire;

import io.maimen.observation.Samples;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Samples as differences: each sample minus the one before (the first minus 0), zigzag-mapped (0, -1, 1, -2 become 0, 1,
 * 2, 3) and written as a little-endian base-128 varint of at most five bytes. An ECG takes one to two bytes a sample.
 */
final class SampleDeltas {
    private static final int MORE = 0x80;
    private static final int LOW_BITS = 0x7F;
    private static final int MAX_SHIFT = 28;

    private SampleDeltas() {}

    static byte[] pack(Samples samples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(samples.size() * 2);
        long previous = 0;
        for (int i = 0; i < samples.size(); i++) {
            long delta = samples.get(i) - previous;
            previous = samples.get(i);
            long rest = delta << 1 ^ delta >> 63;
            while (rest > LOW_BITS) {
                out.write((int) (rest & LOW_BITS) | MORE);
                rest >>>= 7;
            }
            out.write((int) rest);
        }
        return out.toByteArray();
    }

    /** Throws IllegalArgumentException for bytes that {@link #pack} cannot have written. */
    static Samples unpack(ByteBuffer packed) {
        int[] samples = new int[count(packed)];
        long previous = 0;
        for (int i = 0; i < samples.length; i++) {
            long zigzag = varint(packed);
            previous += zigzag >>> 1 ^ -(zigzag & 1);
            if (previous != (int) previous) {
                throw new IllegalArgumentException("sample " + i + " must be a 32-bit integer but was " + previous);
            }
            samples[i] = (int) previous;
        }
        return Samples.of(samples);
    }

    private static int count(ByteBuffer packed) {
        int count = 0;
        for (int i = packed.position(); i < packed.limit(); i++) {
            count += packed.get(i) >= 0 ? 1 : 0;
        }
        if (packed.hasRemaining() && packed.get(packed.limit() - 1) < 0) {
            throw new IllegalArgumentException("last sample must be complete but its varint was cut off");
        }
        return count;
    }

    private static long varint(ByteBuffer packed) {
        long value = 0;
        for (int shift = 0; shift <= MAX_SHIFT; shift += 7) {
            int next = packed.get();
            value |= (long) (next & LOW_BITS) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("varint must be at most 5 bytes but was longer");
    }
}
