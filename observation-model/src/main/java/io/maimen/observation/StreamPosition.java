package io.maimen.observation;

/**
 * Where a waveform block lies in a device's stream.
 *
 * @param stream the device's own number of this run of the stream (it changes when the device restarts), 0 or more
 * @param sequence the device's block number within the stream, 0 or more, rising by one a block
 * @param firstSample index of the block's first sample within the stream, 0 or more; a jump is a gap
 */
public record StreamPosition(long stream, long sequence, long firstSample) {
    public StreamPosition {
        if (stream < 0 || sequence < 0 || firstSample < 0) {
            throw new IllegalArgumentException("OBS-008 stream, sequence and firstSample must be 0 or more but was "
                    + stream + "/" + sequence + "/" + firstSample);
        }
    }
}
