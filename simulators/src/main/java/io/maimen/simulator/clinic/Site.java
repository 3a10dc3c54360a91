package io.maimen.simulator.clinic;

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
}
