package io.maimen.driver.gatt;

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
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.DeviceTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One value that a device sent, on its way to observations: whose it is, when, and what tells it from every other. Immutable.
 *
 * @param frames the bytes it was read from, the first of them received when the reading was
 * @param number which value of its connection it is: identity of last resort, with the connection's name
 * @param time when it was measured, as the device says; empty without a usable clock
 * @param remembered whether the device may send it again at another connection
 */
record Reading(
        Terms terms,
        List<RawFrame> frames,
        long number,
        Optional<DeviceTime> time,
        Optional<Integer> user,
        Set<MeasurementStatus> statuses,
        boolean remembered) {
    private static final int UNKNOWN_USER = 0xFF;

    /** What every reading of a connection shares. */
    record Terms(DeviceContext context, DriverRef driver, boolean simulated) {}

    /**
     * One observation of it.
     *
     * @param content what was measured, as sent, in parts: with device, time and type it is the identity
     */
    Observation observation(MdcCode type, ObservationValue value, List<Component> components, String... content) {
        DeviceContext context = terms.context();
        String[] parts = new String[content.length + 2];
        System.arraycopy(content, 0, parts, 0, content.length);
        parts[content.length] = user.map(String::valueOf).orElse("");
        parts[content.length + 1] = time.isPresent() ? "" : context.connection() + " " + number;
        RawFrame frame = frames.get(0);
        return new Observation(
                MeasurementKey.of(parts).identify(context.device(), type, time),
                new MeasurementSource(
                        context.device(),
                        user.filter(slot -> slot != UNKNOWN_USER).map(UserSlot::new),
                        Optional.empty()),
                type,
                value,
                components,
                time.map(reported -> Timing.of(reported, frame.receivedAt()))
                        .orElseGet(() -> Timing.received(frame.receivedAt())),
                marked(),
                new Provenance(
                        terms.driver(), frames.stream().map(RawFrame::ref).toList(), terms.simulated()));
    }

    private Set<MeasurementStatus> marked() {
        Set<MeasurementStatus> marked = EnumSet.noneOf(MeasurementStatus.class);
        marked.addAll(statuses);
        if (remembered && time.isEmpty()) {
            marked.add(MeasurementStatus.DEVICE_CLOCK_UNSET);
            marked.add(MeasurementStatus.POSSIBLY_THE_SAME);
        }
        return marked;
    }
}
