package io.maimen.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.time.ClockCorrection;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static final Instant RECEIVED = Instant.parse("2025-03-14T01:26:53Z");
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Test
    void aDeviceClockBehindUsIsBelieved() {
        Timing timing = timing(RECEIVED.minus(Duration.ofDays(3)));
        assertEquals(Optional.empty(), timing.correction());
        assertEquals(RECEIVED.minus(Duration.ofDays(3)), timing.measuredAt());
    }

    @Test
    void aDeviceClockExactlyAsFarAheadAsToleratedIsBelieved() {
        Instant ahead = RECEIVED.plus(Timing.TOLERATED_LEAD);
        Timing timing = timing(ahead);
        assertEquals(Optional.empty(), timing.correction());
        assertEquals(ahead, timing.measuredAt());
    }

    @Test
    void oneMicrosecondMoreIsCorrectedToTheReceiveTimeAndRecorded() {
        Instant ahead = RECEIVED.plus(Timing.TOLERATED_LEAD).plus(MICROSECOND);
        Timing timing = timing(ahead);
        assertEquals(
                Optional.of(new ClockCorrection(
                        Duration.ofMinutes(-1).minus(MICROSECOND), ClockCorrection.Reason.AHEAD_OF_RECEIVE_TIME)),
                timing.correction());
        assertEquals(RECEIVED, timing.measuredAt());
        assertEquals(ahead, timing.deviceTime().orElseThrow().instant(), "what the device said stays as it said it");
    }

    @Test
    void withoutADeviceTimeTheReceiveTimeStandsAlone() {
        Timing timing = Timing.received(new ReceiveTime(RECEIVED));
        assertTrue(timing.deviceTime().isEmpty());
        assertEquals(RECEIVED, timing.measuredAt());
    }

    @Test
    void aCorrectionWithoutADeviceTimeIsRefused() {
        ClockCorrection correction =
                new ClockCorrection(Duration.ofSeconds(1), ClockCorrection.Reason.COMPARED_IN_SESSION);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Timing(Optional.empty(), new ReceiveTime(RECEIVED), Optional.of(correction)));
    }

    @Test
    void aCorrectionThatLeavesTheScaleIsRefusedNowAndNotWhenSomebodyAsks() {
        ClockCorrection correction =
                new ClockCorrection(Duration.ofDays(3_650_000), ClockCorrection.Reason.COMPARED_IN_SESSION);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Timing(
                        Optional.of(DeviceTime.of(RECEIVED)), new ReceiveTime(RECEIVED), Optional.of(correction)));
    }

    @Test
    void wallTimeTakesTheOffsetOfItsPlaceAndSaysThatWeAssumedIt() {
        DeviceTime time = DeviceTime.at(LocalDateTime.parse("2025-03-14T09:26:53"), ZoneId.of("Asia/Shanghai"));
        assertEquals(ZoneOffset.ofHours(8), time.offset());
        assertEquals(DeviceTime.OffsetBasis.ASSUMED, time.offsetBasis());
        assertEquals(RECEIVED, time.instant());
    }

    @Test
    void wallTimeThatExistsTwiceIsTakenAsTheEarlier() {
        // In Berlin the clock went back from 3 to 2 on that night.
        DeviceTime time = DeviceTime.at(LocalDateTime.parse("2024-10-27T02:30:00"), ZoneId.of("Europe/Berlin"));
        assertEquals(Instant.parse("2024-10-27T00:30:00Z"), time.instant());
    }

    @Test
    void timesAreCutToTheMicrosecondThatTheWireCarries() {
        Instant nanos = Instant.parse("2025-03-14T01:26:53.123456789Z");
        Instant micros = Instant.parse("2025-03-14T01:26:53.123456Z");
        assertEquals(micros, new ReceiveTime(nanos).instant());
        assertEquals(micros, DeviceTime.of(nanos).instant());
    }

    @Test
    void timesOutsideTheYears1To9999AreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ReceiveTime(Instant.MAX));
        assertThrows(IllegalArgumentException.class, () -> DeviceTime.of(Instant.parse("0000-12-31T23:59:59.999999Z")));
        new ReceiveTime(Instant.parse("9999-12-31T23:59:59.999999999Z"));
        DeviceTime.of(Instant.parse("0001-01-01T00:00:00Z"));
    }

    private static Timing timing(Instant device) {
        return Timing.of(DeviceTime.of(device), new ReceiveTime(RECEIVED));
    }
}
