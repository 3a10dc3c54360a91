package io.maimen.alerting.ecg;

import java.util.OptionalLong;
import java.util.function.Consumer;

/** Of one rhythm at most one episode is under way. Not thread-safe. */
final class OpenEpisode {
    private static final long NONE = -1;

    private final Rhythm rhythm;
    private final Consumer<RhythmEpisode> listener;
    private long from = NONE;

    OpenEpisode(Rhythm rhythm, Consumer<RhythmEpisode> listener) {
        this.rhythm = rhythm;
        this.listener = listener;
    }

    boolean isOpen() {
        return from != NONE;
    }

    /** Tells that it began, unless it is under way. */
    void begin(long sample, long knownAt) {
        if (!isOpen()) {
            from = sample;
            listener.accept(new RhythmEpisode(rhythm, from, OptionalLong.empty(), knownAt));
        }
    }

    /** Tells that it is over, if it was under way. */
    void end(long sample, long knownAt) {
        if (isOpen()) {
            listener.accept(new RhythmEpisode(rhythm, from, OptionalLong.of(Math.max(from, sample)), knownAt));
            from = NONE;
        }
    }
}
