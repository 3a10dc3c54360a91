package io.maimen.simulator.clinic;

import io.maimen.observation.device.DeviceId;
import java.util.List;

/** A device of the clinic: its serial number, and the options of its simulator beyond those every one gets. */
public sealed interface SimulatedDevice {
    String serial();

    /** Options for {@code simulate}. */
    List<String> options();

    default DeviceId id() {
        return DeviceId.serial(serial());
    }

    /** At a serial line of its own. */
    record Analyser(String serial, List<String> options) implements SimulatedDevice {
        public Analyser {
            options = List.copyOf(options);
        }
    }

    /** At the gateway's MQTT endpoint. */
    record EcgPatch(String serial, List<String> options) implements SimulatedDevice {
        public EcgPatch {
            options = List.copyOf(options);
        }
    }
}
