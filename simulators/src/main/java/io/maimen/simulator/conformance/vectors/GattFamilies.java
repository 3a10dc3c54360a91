package io.maimen.simulator.conformance.vectors;

import java.util.Map;

/** Characteristics of the Bluetooth SIG. */
final class GattFamilies {
    private GattFamilies() {}

    static Map<String, FamilyReader> all() {
        return Map.of();
    }
}
