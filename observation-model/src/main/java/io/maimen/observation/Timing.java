package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.time.ClockCorrection;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.time.TimeScale;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The two clocks of a measurement, never mixed: the device's as reported, and ours when the bytes arrived. Immutable.
 *
 * @param deviceTime as the device reported it; empty where it reports none or its clock is known to be unset
 * @param receiveTime when the gateway had the bytes
 * @param correction what must be added to the device time, and why; empty when nothing speaks against the device
 */
public record Timing(Optional<DeviceTime> deviceTime, ReceiveTime receiveTime, Optional<ClockCorrection> correction) {
    /** A device clock may run this far ahead of ours before we say that it is wrong. */
    public static final Duration TOLERATED_LEAD = Duration.ofMinutes(1);

    public Timing {
        requireNonNull(deviceTime, "deviceTime");
        requireNonNull(receiveTime, "receiveTime");
        requireNonNull(correction, "correction");
        if (correction.isPresent() && deviceTime.isEmpty()) {
            throw new IllegalArgumentException("OBS-009 correction must correct a device time but there was none");
        }
        TimeScale.onScale(measuredAt(deviceTime, receiveTime, correction));
    }

    /** No usable device time: the receive time stands alone. */
    public static Timing received(ReceiveTime receiveTime) {
        return new Timing(Optional.empty(), receiveTime, Optional.empty());
    }

    /**
     * Both clocks. A measurement cannot be received before it was made, so a device time more than {@link
     * #TOLERATED_LEAD} ahead of the receive time gets a recorded correction that brings it back to the receive time.
     */
    public static Timing of(DeviceTime deviceTime, ReceiveTime receiveTime) {
        Duration lead = Duration.between(receiveTime.instant(), deviceTime.instant());
        Optional<ClockCorrection> correction = lead.compareTo(TOLERATED_LEAD) > 0
                ? Optional.of(new ClockCorrection(lead.negated(), ClockCorrection.Reason.AHEAD_OF_RECEIVE_TIME))
                : Optional.empty();
        return new Timing(Optional.of(deviceTime), receiveTime, correction);
    }

    /** The best knowledge of when the measurement was made: corrected device time, else the receive time. */
    public Instant measuredAt() {
        return measuredAt(deviceTime, receiveTime, correction);
    }

    private static Instant measuredAt(
            Optional<DeviceTime> deviceTime, ReceiveTime receiveTime, Optional<ClockCorrection> correction) {
        Duration offset = correction.map(ClockCorrection::offset).orElse(Duration.ZERO);
        return deviceTime.map(time -> time.instant().plus(offset)).orElse(receiveTime.instant());
    }
}
