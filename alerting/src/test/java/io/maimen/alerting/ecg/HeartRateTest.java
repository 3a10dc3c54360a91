package io.maimen.alerting.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HeartRateTest {
    private final HeartRate rate = new HeartRate();

    @Test
    void rateIsUnknownBeforeFourIntervals() {
        intervals(3, 0.8);
        assertEquals(OptionalDouble.empty(), rate.beatsPerMinute());

        intervals(1, 0.8);
        assertEquals(75, rate.beatsPerMinute().orElseThrow(), 0.01);
    }

    @Test
    void oneMissedBeatDoesNotCount() {
        intervals(11, 0.8);
        intervals(1, 1.6);

        assertEquals(75, rate.beatsPerMinute().orElseThrow(), 0.01);
    }

    @Test
    void heartThatSlowsDownIsFollowedAfterFourBeats() {
        intervals(12, 0.75);
        intervals(4, 1.5);

        assertEquals(40, rate.beatsPerMinute().orElseThrow(), 0.01);
    }

    @Test
    void everySecondBeatEarlyIsCountedAsTheMean() {
        for (int i = 0; i < 6; i++) {
            intervals(1, 0.5);
            intervals(1, 1.0);
        }

        assertEquals(80, rate.beatsPerMinute().orElseThrow(), 0.01);
    }

    @Test
    void gapMakesTheRateUnknown() {
        intervals(12, 0.75);
        rate.gap();

        assertEquals(OptionalDouble.empty(), rate.beatsPerMinute());
    }

    private void intervals(int count, double seconds) {
        for (int i = 0; i < count; i++) {
            rate.interval(seconds);
        }
    }
}
