package io.maimen.alerting.ecg;

import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Tells rhythms from beats whose signal can be trusted. It hears of a beat only when the quality of its signal is known,
 * some three seconds late, and of each stretch that nobody can say anything about. Not thread-safe.
 */
public final class RhythmWatch {
    private final RateWatch rates;
    private final PauseWatch pauses;
    private final VentricularWatch ventricular;

    /** Episodes are told to {@code listener}, each when it begins and when it is over. */
    public RhythmWatch(double samplesPerSecond, Consumer<RhythmEpisode> listener) {
        rates = new RateWatch(samplesPerSecond, listener);
        pauses = new PauseWatch(samplesPerSecond, listener);
        ventricular = new VentricularWatch(listener);
    }

    /** The next beat, in the order of R peaks; {@code now} is the sample that has arrived, not before the R peak. */
    public void beat(Beat beat, long now) {
        rates.beat(beat, now);
        pauses.beat(beat, now);
        ventricular.beat(beat, now);
    }

    /** The signal was good until this sample, and all beats before it were told. */
    public void clear(long until, long now) {
        pauses.quiet(until, now);
    }

    /** From this sample on there is no signal, or none that can be trusted. What comes next is a new beginning. */
    public void interrupt(long from, long now) {
        rates.interrupt(now);
        pauses.interrupt(from, now);
        ventricular.interrupt(now);
    }

    /** Of the last beats; empty until four intervals are known. */
    public OptionalDouble beatsPerMinute() {
        return rates.beatsPerMinute();
    }
}
