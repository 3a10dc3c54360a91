package io.maimen.alerting.ecg;

import java.util.function.Consumer;

/** Tells that no beat came for more than three seconds, while it lasts. Not thread-safe. */
final class PauseWatch {
    private static final double PAUSE_S = 3;
    private static final long NONE = -1;

    private final double rateHz;
    private final OpenEpisode pause;
    private long last = NONE;

    PauseWatch(double rateHz, Consumer<RhythmEpisode> listener) {
        this.rateHz = rateHz;
        pause = new OpenEpisode(Rhythm.PAUSE, listener);
    }

    void beat(Beat beat, long now) {
        quiet(beat.sample(), now);
        pause.end(beat.sample(), now);
        last = beat.sample();
    }

    /** No beat will be told any more from before {@code until}. */
    void quiet(long until, long now) {
        if (last != NONE && until - last > PAUSE_S * rateHz) {
            pause.begin(last, now);
        }
    }

    /** Nobody knows what the heart does: a pause needs a signal that shows it. */
    void interrupt(long from, long now) {
        pause.end(from, now);
        last = NONE;
    }
}
