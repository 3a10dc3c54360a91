package io.maimen.alerting.ecg;

import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Tells a heart that beats too slowly, or too fast for ten seconds. Not thread-safe. */
final class RateWatch {
    private static final double SLOW_PER_MINUTE = 40;
    private static final double SLOW_NO_MORE_PER_MINUTE = 43;
    private static final double FAST_PER_MINUTE = 130;
    private static final double FAST_NO_MORE_PER_MINUTE = 125;
    private static final double FAST_FOR_S = 10;
    private static final long NONE = -1;

    private final double rateHz;
    private final HeartRate rate = new HeartRate();
    private final OpenEpisode slow;
    private final OpenEpisode fast;
    private long fastSince = NONE;
    private long last;

    RateWatch(double rateHz, Consumer<RhythmEpisode> listener) {
        this.rateHz = rateHz;
        slow = new OpenEpisode(Rhythm.BRADYCARDIA, listener);
        fast = new OpenEpisode(Rhythm.TACHYCARDIA, listener);
    }

    void beat(Beat beat, long now) {
        long before = last;
        last = beat.sample();
        if (beat.rrSeconds() == 0) {
            return;
        }
        rate.interval(beat.rrSeconds());
        OptionalDouble known = rate.beatsPerMinute();
        if (known.isPresent()) {
            slow(known.getAsDouble(), before, now);
            fast(known.getAsDouble(), before, now);
        }
    }

    private void slow(double perMinute, long before, long now) {
        if (perMinute < SLOW_PER_MINUTE) {
            slow.begin(before, now);
        } else if (perMinute >= SLOW_NO_MORE_PER_MINUTE) {
            slow.end(before, now);
        }
    }

    private void fast(double perMinute, long before, long now) {
        if (perMinute <= (fast.isOpen() ? FAST_NO_MORE_PER_MINUTE : FAST_PER_MINUTE)) {
            fast.end(before, now);
            fastSince = NONE;
            return;
        }
        if (fastSince == NONE) {
            fastSince = before;
        }
        if (last - fastSince >= FAST_FOR_S * rateHz) {
            fast.begin(fastSince, now);
        }
    }

    /** What comes next does not follow what came before. */
    void interrupt(long now) {
        slow.end(last, now);
        fast.end(last, now);
        fastSince = NONE;
        rate.gap();
    }

    OptionalDouble beatsPerMinute() {
        return rate.beatsPerMinute();
    }
}
