package io.maimen.driver.result;

import static java.util.Objects.requireNonNull;

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
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.time.DeviceTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One result that a device reported, as far as its protocol says. Immutable.
 *
 * @param specimen what the device says it measured, where it says so
 * @param time when it was measured, by the device's clock; empty without a usable one
 * @param statuses what the device says against it
 * @param content what makes this result another than all others of its device, its code and its time left out
 */
public record ReportedResult(
        ObservationCode type,
        ObservationValue value,
        List<Component> components,
        Optional<SpecimenId> specimen,
        Optional<DeviceTime> time,
        Set<MeasurementStatus> statuses,
        List<String> content) {
    private static final int LONGEST_SPECIMEN = 64;

    public ReportedResult {
        requireNonNull(type, "type");
        requireNonNull(value, "value");
        components = List.copyOf(components);
        statuses = Set.copyOf(statuses);
        content = List.copyOf(content);
    }

    /**
     * The observation it is. Without a device time the connection takes its place in the identity: rather two that are
     * marked than one that is lost.
     */
    public Observation observation(DeviceContext context, DriverRef driver, RawFrame frame, boolean simulated) {
        List<String> key = new ArrayList<>(content);
        Set<MeasurementStatus> marks = EnumSet.noneOf(MeasurementStatus.class);
        marks.addAll(statuses);
        if (time.isEmpty()) {
            key.add(context.connection());
            key.add(frame.receivedAt().instant().toString());
            marks.add(MeasurementStatus.DEVICE_CLOCK_UNSET);
            marks.add(MeasurementStatus.POSSIBLY_THE_SAME);
        }
        return new Observation(
                MeasurementKey.of(key.toArray(String[]::new)).identify(context.device(), type, time),
                new MeasurementSource(context.device(), Optional.empty(), specimen),
                type,
                value,
                components,
                time.map(reported -> Timing.of(reported, frame.receivedAt()))
                        .orElseGet(() -> Timing.received(frame.receivedAt())),
                marks,
                new Provenance(driver, List.of(frame.ref()), simulated));
    }

    /** A specimen's or patient's number as typed in; empty for one nobody could have meant, too long or unreadable. */
    public static Optional<SpecimenId> specimen(String text) {
        String trimmed = text.strip();
        boolean usable = !trimmed.isEmpty()
                && trimmed.length() <= LONGEST_SPECIMEN
                && trimmed.chars().noneMatch(Character::isISOControl);
        return usable ? Optional.of(new SpecimenId(trimmed)) : Optional.empty();
    }
}
