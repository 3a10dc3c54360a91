package io.maimen.alerting.ecg;

import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Tells rhythms from beats whose signal can be trusted. It hears of a beat only when the quality of its signal is known,
 * some three seconds late, and of each stretch that nobody can say anything about. Not thread-safe.
 */
public final class RhythmWatch {
    private static final double SHORT_NOISE_S = 30;

    private final double rateHz;
    private final RateWatch rates;
    private final PauseWatch pauses;
    private final VentricularWatch ventricular;
    private final AtrialFibrillation fibrillation;
    private long doubtedFor;

    /** Episodes are told to {@code listener}, each when it begins and when it is over. */
    public RhythmWatch(double samplesPerSecond, Consumer<RhythmEpisode> listener) {
        rateHz = samplesPerSecond;
        rates = new RateWatch(samplesPerSecond, listener);
        pauses = new PauseWatch(samplesPerSecond, listener);
        ventricular = new VentricularWatch(listener);
        fibrillation = new AtrialFibrillation(listener);
    }

    /** The next beat, in the order of R peaks; {@code now} is the sample that has arrived, not before the R peak. */
    public void beat(Beat beat, long now) {
        Beat known = doubtedFor > 0 ? new Beat(beat.sample(), beat.knownAt(), 0, beat.beatClass()) : beat;
        doubtedFor = 0;
        rates.beat(known, now);
        pauses.beat(known, now);
        ventricular.beat(known, now);
        fibrillation.beat(known, now);
    }

    /** The signal was good until this sample, and all beats before it were told. */
    public void clear(long until, long now) {
        pauses.quiet(until, now);
    }

    /** The signal cannot be trusted here: beats may be missing. Fibrillation goes on behind short noise. */
    public void doubt(long from, long until, long now) {
        rates.interrupt(now);
        pauses.interrupt(from, now);
        ventricular.interrupt(now);
        doubtedFor += until - from;
        if (doubtedFor > SHORT_NOISE_S * rateHz) {
            fibrillation.interrupt(now);
        }
    }

    /** From this sample on nothing arrived. What comes next is a new beginning. */
    public void interrupt(long from, long now) {
        rates.interrupt(now);
        pauses.interrupt(from, now);
        ventricular.interrupt(now);
        fibrillation.interrupt(now);
    }

    /** Of the last beats; empty until four intervals are known. */
    public OptionalDouble beatsPerMinute() {
        return rates.beatsPerMinute();
    }
}
