package io.maimen.driver.waveform;

import io.maimen.observation.SampleGap;
import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Collects the samples of one device into blocks and counts them, the missing ones too. Confined to one thread. */
public final class BlockCutter {
    private final int[][] channels;
    private final List<SampleGap> gaps = new ArrayList<>();
    private int size;
    private long stream;
    private long sequence;
    private long firstSample;

    /**
     * Nothing came yet.
     *
     * @param capacity samples of a block at most
     */
    public BlockCutter(int channels, int capacity) {
        this.channels = new int[channels][capacity];
    }

    /**
     * A new run, whose samples follow those before by nobody knows how much. What came before must be taken first. It is
     * numbered by the microsecond in which it was received, so that the runs of all connections stay apart.
     */
    public void begin(Instant receivedAt) {
        stream = Math.max(stream + 1, TimeScale.epochMicros(receivedAt));
        sequence = 0;
        firstSample = 0;
    }

    /** Samples of each channel since the last block, gaps included. */
    public int size() {
        return size;
    }

    /** How many more a block takes. */
    public int room() {
        return channels[0].length - size;
    }

    /** One sample of each channel; there must be room. */
    public void add(Samples sample) {
        for (int channel = 0; channel < channels.length; channel++) {
            channels[channel][size] = sample.get(channel);
        }
        size++;
    }

    /** So many samples carry no signal, or did not arrive; there must be room. */
    public void addGap(int missing) {
        SampleGap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
        if (last != null && last.start() + last.length() == size) {
            gaps.set(gaps.size() - 1, new SampleGap(last.start(), last.length() + missing));
        } else {
            gaps.add(new SampleGap(size, missing));
        }
        for (int[] channel : channels) {
            Arrays.fill(channel, size, size + missing, 0);
        }
        size += missing;
    }

    /** So many samples are missing between the last block and the next. What came before must be taken first. */
    public void jump(long missing) {
        firstSample += missing;
    }

    /** What was collected since the last block; empty if nothing was. */
    public Optional<Block> take() {
        if (size == 0) {
            return Optional.empty();
        }
        List<Samples> taken = Arrays.stream(channels)
                .map(channel -> Samples.of(Arrays.copyOf(channel, size)))
                .toList();
        Block block = new Block(new StreamPosition(stream, sequence, firstSample), taken, gaps);
        sequence++;
        firstSample += size;
        size = 0;
        gaps.clear();
        return Optional.of(block);
    }
}
