package io.maimen.observation;

/** A stretch without signal inside a block: {@code start} is an index into the block, {@code length} in samples. */
public record SampleGap(int start, int length) {
    public SampleGap {
        if (start < 0 || length < 1) {
            throw new IllegalArgumentException(
                    "OBS-007 gap must start at 0 or later and have a length of 1 or more but was " + start + "+"
                            + length);
        }
    }
}
