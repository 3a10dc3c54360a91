package io.maimen.driver.reading;

import io.maimen.driver.DeviceContext;
import io.maimen.driver.MeasurementKey;
import io.maimen.observation.Component;
import io.maimen.observation.DriverRef;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Provenance;
import io.maimen.observation.RawFrame;
import io.maimen.observation.Timing;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.ClockCorrection;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where observations come from: which device, read by which driver. Immutable.
 *
 * @param simulated option {@code simulated: true}: nothing this device sends comes from a human body
 * @param clock what the device's times must be corrected by, as its clock was compared with ours in this connection
 */
public record Origin(DeviceContext context, DriverRef driver, boolean simulated, Optional<ClockCorrection> clock) {
    /** A device whose clock was compared with nothing. */
    public Origin(DeviceContext context, DriverRef driver, boolean simulated) {
        this(context, driver, simulated, Optional.empty());
    }

    /** What the context's options say; throws IllegalArgumentException where {@code simulated} is neither true nor false. */
    public static Origin of(DeviceContext context, DriverRef driver) {
        String simulated = context.options().text("simulated").orElse("false");
        if (!simulated.equals("true") && !simulated.equals("false")) {
            throw new IllegalArgumentException("DEC-019 options.simulated must be true or false but was " + simulated);
        }
        return new Origin(context, driver, simulated.equals("true"));
    }

    /** The same with a device clock that was found to be wrong. */
    public Origin withClock(ClockCorrection correction) {
        return new Origin(context, driver, simulated, Optional.of(correction));
    }

    /** Both clocks of a measurement; the correction is left out where it would move a measurement past its receiving. */
    public Timing timing(Optional<DeviceTime> time, ReceiveTime at) {
        if (time.isEmpty()) {
            return Timing.received(at);
        }
        Instant latest = at.instant().plus(Timing.TOLERATED_LEAD);
        return clock.filter(wrong -> !time.get().instant().plus(wrong.offset()).isAfter(latest))
                .map(wrong -> new Timing(time, at, clock))
                .orElseGet(() -> Timing.of(time.get(), at));
    }

    /**
     * What the parts of one measurement share.
     *
     * @param time by the device's clock; empty where that was never set: then the connection and {@code number} name it
     * @param number which measurement of its connection this is
     * @param content the measurement's numbers, without its transport dressing
     */
    public Measurement measurement(
            Optional<UserSlot> slot,
            Optional<DeviceTime> time,
            long number,
            RawFrame frame,
            Set<MeasurementStatus> doubts,
            String... content) {
        return measurement(slot, time, number, List.of(frame), doubts, content);
    }

    /**
     * The same for a measurement that came in several frames.
     *
     * @param frames at least one; the measurement was received with the first
     */
    public Measurement measurement(
            Optional<UserSlot> slot,
            Optional<DeviceTime> time,
            long number,
            List<RawFrame> frames,
            Set<MeasurementStatus> doubts,
            String... content) {
        EnumSet<MeasurementStatus> statuses = EnumSet.noneOf(MeasurementStatus.class);
        statuses.addAll(doubts);
        if (time.isEmpty()) {
            statuses.add(MeasurementStatus.DEVICE_CLOCK_UNSET);
            statuses.add(MeasurementStatus.POSSIBLY_THE_SAME);
        }
        return measurement(slot, time, time.isPresent() ? "" : instead(number), frames, statuses, content);
    }

    /** What the parts of one moment of a live stream share: the device has no clock, and sends nothing twice. */
    public Measurement moment(long number, RawFrame frame, Set<MeasurementStatus> doubts, String... content) {
        return measurement(Optional.empty(), Optional.empty(), instead(number), List.of(frame), doubts, content);
    }

    private String instead(long number) {
        return context.connection() + " " + number;
    }

    private Measurement measurement(
            Optional<UserSlot> slot,
            Optional<DeviceTime> time,
            String instead,
            List<RawFrame> frames,
            Set<MeasurementStatus> statuses,
            String... content) {
        MeasurementKey key = MeasurementKey.of(
                slot.map(user -> Integer.toString(user.number())).orElse(""), instead, String.join(" ", content));
        return new Measurement(
                this, new MeasurementSource(context.device(), slot, Optional.empty()), key, time, frames, statuses);
    }

    /** One measurement, of which one or more observations are made. Immutable. */
    public record Measurement(
            Origin origin,
            MeasurementSource source,
            MeasurementKey key,
            Optional<DeviceTime> time,
            List<RawFrame> frames,
            Set<MeasurementStatus> statuses) {

        /** An observation without parts. */
        public Observation observation(ObservationCode type, ObservationValue value) {
            return observation(type, value, List.of());
        }

        /** An observation of this measurement. */
        public Observation observation(ObservationCode type, ObservationValue value, List<Component> components) {
            return new Observation(
                    key.identify(source.device(), type, time),
                    source,
                    type,
                    value,
                    components,
                    origin.timing(time, frames.get(0).receivedAt()),
                    statuses,
                    new Provenance(
                            origin.driver(), frames.stream().map(RawFrame::ref).toList(), origin.simulated()));
        }
    }
}
