package io.maimen.alerting.ecg;

/** The latest samples of a stretch of signal, by their index since its beginning. Not thread-safe. */
final class SampleRing {
    private final float[] samples;
    private final int mask;
    private long written;

    /** Keeps at least {@code length} samples. */
    SampleRing(int length) {
        int size = Integer.highestOneBit(Math.max(1, length - 1)) * 2;
        samples = new float[size];
        mask = size - 1;
    }

    void put(float sample) {
        samples[(int) (written++ & mask)] = sample;
    }

    /** The sample at an index; the first or last that is kept where it lies outside; 0 of an empty ring. */
    float at(long index) {
        long kept = Math.max(0, written - samples.length);
        return written == 0 ? 0 : samples[(int) (Math.max(kept, Math.min(written - 1, index)) & mask)];
    }

    /** Between two samples on the straight line through them. */
    float between(double position) {
        long before = (long) Math.floor(position);
        float left = at(before);
        return left + (float) (position - before) * (at(before + 1) - left);
    }

    /** How many were put since the beginning. */
    long written() {
        return written;
    }

    void clear() {
        written = 0;
    }
}
