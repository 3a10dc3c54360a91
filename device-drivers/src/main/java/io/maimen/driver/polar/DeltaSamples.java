package io.maimen.driver.polar;

import io.maimen.observation.Samples;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Samples told as differences: a whole first sample, then blocks of {bits of a difference u8, samples u8, differences}, where
 * differences are signed, packed from the least significant bit, and a block fills up its last byte.
 *
 * <p>Source: Polar Measurement Data specification, "Delta frames".
 */
final class DeltaSamples {
    private static final int BLOCK_HEADER = 2;

    private final ByteBuffer in;
    private final int channels;
    private final List<int[]> samples = new ArrayList<>();
    private int offset;

    private DeltaSamples(ByteBuffer in, int channels) {
        this.in = in;
        this.channels = channels;
    }

    /**
     * The samples of each channel; empty where the bytes end within a sample or a block.
     *
     * @param littleEndian read from 0 to its limit
     * @param width bytes of a number of the first sample, 1 to 3
     */
    static Optional<List<Samples>> read(ByteBuffer littleEndian, int channels, int width) {
        DeltaSamples deltas = new DeltaSamples(littleEndian, channels);
        if (littleEndian.limit() < channels * width) {
            return Optional.empty();
        }
        deltas.first(width);
        while (deltas.offset < littleEndian.limit()) {
            if (!deltas.block()) {
                return Optional.empty();
            }
        }
        return Optional.of(
                IntStream.range(0, channels).mapToObj(deltas::channel).toList());
    }

    private void first(int width) {
        samples.add(IntStream.range(0, channels)
                .map(channel -> SampleFormat.signed(in, channel * width, width))
                .toArray());
        offset = channels * width;
    }

    private boolean block() {
        if (in.limit() - offset < BLOCK_HEADER) {
            return false;
        }
        int bits = Byte.toUnsignedInt(in.get(offset));
        int count = Byte.toUnsignedInt(in.get(offset + 1));
        int length = (bits * channels * count + Byte.SIZE - 1) / Byte.SIZE;
        offset += BLOCK_HEADER;
        if (bits > Integer.SIZE || length > in.limit() - offset) {
            return false;
        }
        int bit = 0;
        for (int i = 0; i < count; i++) {
            int[] sample = samples.get(samples.size() - 1).clone();
            for (int channel = 0; channel < channels; channel++, bit += bits) {
                sample[channel] += difference(bit, bits);
            }
            samples.add(sample);
        }
        offset += length;
        return true;
    }

    /** The signed number of {@code bits} bits that begins at bit {@code first} of the block. */
    private int difference(int first, int bits) {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            int at = first + i;
            value |= ((in.get(offset + at / Byte.SIZE) >> (at % Byte.SIZE)) & 1) << i;
        }
        int above = Integer.SIZE - bits;
        return bits == 0 ? 0 : (value << above) >> above;
    }

    private Samples channel(int channel) {
        return Samples.of(samples.stream().mapToInt(sample -> sample[channel]).toArray());
    }
}
