package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import java.util.Optional;

/**
 * A device, or one user or specimen it keeps apart, until a binding says who that is. Immutable.
 *
 * @param slot empty where the device names no user
 * @param specimen empty where the device names no specimen
 */
public record SourceSubject(DeviceId device, Optional<UserSlot> slot, Optional<SpecimenId> specimen, boolean simulated)
        implements Subject {
    public SourceSubject {
        requireNonNull(device, "device");
        requireNonNull(slot, "slot");
        requireNonNull(specimen, "specimen");
    }

    /** Where a reading comes from. */
    public static SourceSubject of(Reading reading) {
        return new SourceSubject(reading.device(), reading.slot(), reading.specimen(), reading.simulated());
    }

    @Override
    public String key() {
        return "source " + device
                + slot.map(of -> " slot " + of.number()).orElse("")
                + (simulated ? " simulated" : "")
                // Last, because a specimen may be called anything.
                + specimen.map(of -> " specimen " + of.value()).orElse("");
    }
}
