package io.maimen.simulator.clinic;

import io.maimen.simulator.clinic.SimulatedDevice.FamilyDevice;
import java.util.List;

/**
 * A place with one gateway and the devices at it: a village clinic, a home.
 *
 * @param gateway the gateway's id
 */
public record Site(String gateway, Place place, List<SimulatedDevice> devices) {
    public Site {
        devices = List.copyOf(devices);
    }

    /** Those that are a process each. */
    List<SimulatedDevice> standardDevices() {
        return devices.stream()
                .filter(device -> !(device instanceof FamilyDevice))
                .toList();
    }

    /** Those that are one process together. */
    List<FamilyDevice> familyDevices() {
        return devices.stream()
                .filter(FamilyDevice.class::isInstance)
                .map(FamilyDevice.class::cast)
                .toList();
    }
}
