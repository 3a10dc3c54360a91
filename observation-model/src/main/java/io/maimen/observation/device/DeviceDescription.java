package io.maimen.observation.device;

import static java.util.Objects.requireNonNull;

/** What a device says about itself; each text is empty where it says nothing. Immutable. */
public record DeviceDescription(DeviceId device, String manufacturer, String model, String firmware) {
    public DeviceDescription {
        requireNonNull(device, "device");
        requireNonNull(manufacturer, "manufacturer");
        requireNonNull(model, "model");
        requireNonNull(firmware, "firmware");
    }
}
