package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import java.util.Optional;

/**
 * What an alert is about until a binding says who: a device's specimen, or the device where it names none. Simulated
 * and real readings of one device are two subjects, so that neither can hide in the other's alert. Immutable.
 */
public record Subject(DeviceId device, Optional<SpecimenId> specimen, boolean simulated) {
    public Subject {
        requireNonNull(device, "device");
        requireNonNull(specimen, "specimen");
    }
}
