package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import java.util.Optional;

/**
 * Where a measurement comes from, in the device's words only; whose it is, a binding says elsewhere. Immutable.
 *
 * @param device the device that measured
 * @param slot the user the device believes it measured, where it keeps several
 * @param specimen the specimen the device says it measured, for analysers
 */
public record MeasurementSource(DeviceId device, Optional<UserSlot> slot, Optional<SpecimenId> specimen) {
    public MeasurementSource {
        requireNonNull(device, "device");
        requireNonNull(slot, "slot");
        requireNonNull(specimen, "specimen");
    }

    /** A device that knows neither slots nor specimens. */
    public static MeasurementSource of(DeviceId device) {
        return new MeasurementSource(device, Optional.empty(), Optional.empty());
    }

    /** An analyser's specimen. */
    public static MeasurementSource of(DeviceId device, SpecimenId specimen) {
        return new MeasurementSource(device, Optional.empty(), Optional.of(specimen));
    }
}
