package io.maimen.alerting.ecg;

/**
 * Holds beats back until the quality of their signal is known, then gives the trusted ones to the rhythm. Gives nothing of a
 * stretch that cannot be trusted, but says that it was there. Not thread-safe.
 */
final class TrustedBeats {
    /** More beats than can come in the seconds that quality takes. */
    private static final int HELD = 32;

    private final RhythmWatch rhythm;
    private final Beat[] held = new Beat[HELD];
    private int oldest;
    private int count;

    TrustedBeats(RhythmWatch rhythm) {
        this.rhythm = rhythm;
    }

    void add(Beat beat) {
        if (count == HELD) {
            rhythm.beat(next(), beat.knownAt());
        }
        held[(oldest + count++) % HELD] = beat;
    }

    /** The signal from {@code from} to {@code until} can be trusted, or not; every beat in it was added. */
    void judged(long from, long until, boolean trusted, long now) {
        while (count > 0 && held[oldest].sample() < until) {
            Beat beat = next();
            if (trusted) {
                rhythm.beat(beat, now);
            }
        }
        if (trusted) {
            rhythm.clear(until, now);
        } else {
            rhythm.doubt(from, until, now);
        }
    }

    /** Nothing more arrives for now, and all was judged. */
    void interrupt(long from, long now) {
        count = 0;
        rhythm.interrupt(from, now);
    }

    private Beat next() {
        Beat beat = held[oldest];
        oldest = (oldest + 1) % HELD;
        count--;
        return beat;
    }
}
