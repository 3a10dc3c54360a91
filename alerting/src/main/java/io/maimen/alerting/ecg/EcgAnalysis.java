package io.maimen.alerting.ecg;

import java.util.OptionalDouble;

/**
 * Analyses one lead of an ECG as it arrives. Gives the same whatever the pieces are in which samples come. Keeps less than
 * 64 KB and asks for memory only when a beat is found. For one thread.
 *
 * <p>Inside, neighbouring samples are averaged until 130 to 260 of them make a second, so that all rates from 100 to 1000
 * Hz are analysed alike. The first two seconds are for learning and give no beats. Nothing is decided across a gap.
 */
public final class EcgAnalysis {
    private static final double LOWEST_HZ = 100;
    private static final double HIGHEST_HZ = 1000;
    private static final double INSIDE_HZ = 130;
    private static final double NO_PEAK = -1;
    private static final double PADDING_S = 0.6;

    private final double rateHz;
    private final boolean whole;
    private final int together;
    private final EcgListener listener;
    private final SmoothWave wave;
    private final QrsDetector detector;
    private final QualityWatch quality;
    private final RhythmWatch rhythm;
    private final TrustedBeats trusted;
    private final BeatShapes shapes = new BeatShapes();
    private final BeatClassifier classifier = new BeatClassifier();
    private final float[] shape = new float[SmoothWave.SHAPE_LENGTH];

    private long arrived;
    private long begin;
    private long sum;
    private int summed;
    private float offset;
    private boolean settled;
    private float lastValue;
    private double lastPeak = NO_PEAK;

    /** Refuses a rate outside 100 to 1000 Hz; it may be a fraction, such as 130.16. */
    public EcgAnalysis(double samplesPerSecond, EcgListener listener) {
        this(samplesPerSecond, listener, true);
    }

    /** One that finds beats and nothing else: all are of class OTHER, no quality and no rhythm is told. */
    public static EcgAnalysis ofBeats(double samplesPerSecond, EcgListener listener) {
        return new EcgAnalysis(samplesPerSecond, listener, false);
    }

    private EcgAnalysis(double samplesPerSecond, EcgListener listener, boolean whole) {
        if (!(samplesPerSecond >= LOWEST_HZ && samplesPerSecond <= HIGHEST_HZ)) {
            throw new IllegalArgumentException("ALR-040 samplesPerSecond must be 100 to 1000 but was "
                    + samplesPerSecond + "; resample the record");
        }
        this.rateHz = samplesPerSecond;
        this.whole = whole;
        this.listener = listener;
        together = Math.max(1, (int) (samplesPerSecond / INSIDE_HZ));
        double insideHz = samplesPerSecond / together;
        wave = new SmoothWave(insideHz);
        detector = new QrsDetector(insideHz, wave, this::complex);
        quality = new QualityWatch(insideHz, new Quality());
        rhythm = new RhythmWatch(samplesPerSecond, listener::rhythm);
        trusted = new TrustedBeats(rhythm);
    }

    /** The heart rate of the last trusted beats, some three seconds ago; empty until four intervals are known. */
    public OptionalDouble beatsPerMinute() {
        return rhythm.beatsPerMinute();
    }

    /** Takes samples {@code from} (included) to {@code to} (not included), in microvolts. */
    public void samples(int[] microvolts, int from, int to) {
        for (int i = from; i < to; i++) {
            arrived++;
            sum += microvolts[i];
            if (++summed == together) {
                step((float) (sum / (1000.0 * together)));
                sum = 0;
                summed = 0;
            }
        }
    }

    /** So many samples, 0 or more, never came. */
    public void gap(long samples) {
        if (samples < 0) {
            throw new IllegalArgumentException("samples must be 0 or more but was " + samples);
        }
        if (samples == 0) {
            return;
        }
        finish();
        arrived += samples;
        begin = arrived;
        sum = 0;
        summed = 0;
        settled = false;
        lastPeak = NO_PEAK;
        wave.rest();
        detector.begin();
        classifier.gap();
    }

    /** Nothing more will come: what still waits for the samples after it is decided without them. */
    public void end() {
        finish();
    }

    /** The last value stands still until everything before it is decided. */
    private void finish() {
        float still = lastValue;
        for (int i = 0; settled && i < PADDING_S * rateHz / together; i++) {
            wave.step(still);
            detector.step(still);
        }
        quality.end();
        if (arrived > 0) {
            trusted.interrupt(arrived - 1, arrived - 1);
        }
    }

    private void step(float millivolts) {
        if (!settled) {
            // Filters begin at rest as if the first value had always been there.
            offset = millivolts;
            settled = true;
        }
        lastValue = millivolts - offset;
        wave.step(lastValue);
        float energy = detector.step(lastValue);
        if (whole) {
            quality.step(lastValue, energy);
        }
    }

    private void complex(double rPeak) {
        double peak = Math.max(0, rPeak) * together + (together - 1) / 2.0;
        double rr = lastPeak == NO_PEAK ? 0 : Math.max(0, peak - lastPeak) / rateHz;
        lastPeak = peak;
        BeatClass beatClass = whole ? classified(rPeak, rr) : BeatClass.OTHER;
        long sample = Math.min(arrived - 1, begin + Math.round(peak));
        Beat beat = new Beat(sample, arrived - 1, rr, beatClass);
        trusted.add(beat);
        listener.beat(beat);
    }

    private BeatClass classified(double rPeak, double rr) {
        wave.shape(rPeak, shape);
        BeatClass beatClass = classifier.classify(shape, rr);
        quality.beat(Math.round(rPeak), shapes.similarity(shape));
        return beatClass;
    }

    /** From inside samples to those of the stream. */
    private final class Quality implements QualityWatch.Listener {
        @Override
        public void stretch(long from, long to, SignalQuality found, QualityReason reason) {
            long first = begin + from * together;
            long after = Math.min(arrived, begin + to * together);
            if (after > first) {
                listener.quality(new QualityStretch(first, after, found, reason));
            }
        }

        @Override
        public void judged(long from, long to, boolean good) {
            trusted.judged(begin + from * together, begin + to * together, good, arrived - 1);
        }
    }
}
