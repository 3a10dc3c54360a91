package io.maimen.observation;

/**
 * Where a waveform block lies in a device's stream. Numbers stay below 2^53, which every JSON reader keeps exactly.
 *
 * @param stream the device's own number of this run of the stream (it changes when the device restarts), 0 or more
 * @param sequence the device's block number within the stream, 0 or more, rising by one a block
 * @param firstSample index of the block's first sample within the stream, 0 or more; a jump is a gap
 */
public record StreamPosition(long stream, long sequence, long firstSample) {
    private static final long MAX = (1L << 53) - 1;

    public StreamPosition {
        if (outside(stream) || outside(sequence) || outside(firstSample)) {
            throw new IllegalArgumentException("OBS-008 stream, sequence and firstSample must be 0 to 2^53-1 but was "
                    + stream + "/" + sequence + "/" + firstSample);
        }
    }

    private static boolean outside(long number) {
        return number < 0 || number > MAX;
    }
}
