package io.maimen.driver.polar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * When the samples of one run were measured, by the sensor's clock, which tells of each packet's last sample only. The rate is
 * what the clock says between packets, because no two crystals run alike; the nominal one serves until there are two packets,
 * and to tell whether one is missing. Confined to one thread.
 */
final class SampleClock {
    /** Sensors agree with their nominal rate far better than this. */
    private static final double TOLERATED_DEVIATION = 0.02;
    /** A packet that comes this much sooner or later than its clock says was not merely late. */
    private static final Duration TOLERATED_DELAY = Duration.ofSeconds(10);

    private static final int RATE_DECIMALS = 3;
    private static final int NANO = 9;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final int nominalHz;
    private BigDecimal rateHz;
    /** The last sample before those that are counted, and the last of them. */
    private Instant reference;

    private Instant last;
    private Instant lastReceived;
    private long counted;

    /** A run that begins with a packet whose last sample is of {@code time}. */
    SampleClock(int nominalHz, Instant time, Instant receivedAt) {
        this.nominalHz = nominalHz;
        this.rateHz = BigDecimal.valueOf(nominalHz);
        this.reference = time;
        this.last = time;
        this.lastReceived = receivedAt;
    }

    /** What a packet is to the one before it. */
    sealed interface Step {
        /**
         * It goes on.
         *
         * @param missing samples between them, 0 for none
         */
        record Next(long missing) implements Step {}

        /** The clock was set, or began anew: how long it was between them nobody can say. */
        record Jump() implements Step {}
    }

    /** How a packet of {@code samples}, the last of them of {@code time}, goes on. */
    Step step(int samples, Instant time, Instant receivedAt) {
        Duration passed = Duration.between(last, time);
        Duration waited = Duration.between(lastReceived, receivedAt);
        double surplus = passed.toMillis() / MILLIS_PER_SECOND * nominalHz - samples;
        double tolerated = Math.max(1, samples * TOLERATED_DEVIATION);
        if (Math.abs(surplus) <= tolerated) {
            return new Step.Next(0);
        }
        boolean clockJumped = surplus < 0 || passed.minus(waited).abs().compareTo(TOLERATED_DELAY) > 0;
        return clockJumped ? new Step.Jump() : new Step.Next(Math.round(surplus));
    }

    /** The packet follows the one before without a gap. */
    void advance(int samples, Instant time, Instant receivedAt) {
        counted += samples;
        last = time;
        lastReceived = receivedAt;
    }

    /** The packet comes after a gap, in which nothing can be counted. */
    void resume(Instant time, Instant receivedAt) {
        reference = time;
        last = time;
        lastReceived = receivedAt;
        counted = 0;
    }

    /** The rate since the block before this one, in hertz to the millihertz; the last known where that cannot be said. */
    BigDecimal rateHz() {
        Duration passed = Duration.between(reference, last);
        if (counted > 0 && passed.compareTo(Duration.ZERO) > 0) {
            rateHz = BigDecimal.valueOf(counted)
                    .movePointRight(NANO)
                    .divide(BigDecimal.valueOf(passed.toNanos()), RATE_DECIMALS, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros();
        }
        return rateHz.scale() < 0 ? rateHz.setScale(0) : rateHz;
    }

    /** The time of the first of the last {@code samples}. */
    Instant first(int samples) {
        return last.minusNanos(BigDecimal.valueOf(samples - 1L)
                .movePointRight(NANO)
                .divide(rateHz(), 0, RoundingMode.HALF_EVEN)
                .longValueExact());
    }

    /** A block ends here. */
    void cut() {
        reference = last;
        counted = 0;
    }
}
