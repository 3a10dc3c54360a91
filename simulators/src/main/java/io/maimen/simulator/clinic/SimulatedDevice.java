package io.maimen.simulator.clinic;

import io.maimen.observation.device.DeviceId;
import java.util.List;
import java.util.Locale;

/** A device of a site: its serial number, and the options of its simulator beyond those every one gets. */
public sealed interface SimulatedDevice {
    /** How the bytes reach the gateway. */
    enum Transport {
        SERIAL,
        BLUETOOTH,
        MQTT,
        COAP;

        /** As reports spell it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String serial();

    /** Options for {@code simulate}. */
    List<String> options();

    Transport transport();

    default DeviceId id() {
        return DeviceId.serial(serial());
    }

    /** At a serial line of its own. */
    record Analyser(String serial, List<String> options) implements SimulatedDevice {
        public Analyser {
            options = List.copyOf(options);
        }

        @Override
        public Transport transport() {
            return Transport.SERIAL;
        }
    }

    /** At the gateway's MQTT endpoint. */
    record EcgPatch(String serial, List<String> options) implements SimulatedDevice {
        public EcgPatch {
            options = List.copyOf(options);
        }

        @Override
        public Transport transport() {
            return Transport.MQTT;
        }
    }

    /** On a private bus of its own, behind a BlueZ that is not one. */
    record BluetoothCuff(String serial, String address, List<String> options) implements SimulatedDevice {
        public BluetoothCuff {
            options = List.copyOf(options);
        }

        @Override
        public Transport transport() {
            return Transport.BLUETOOTH;
        }
    }

    /** At the gateway's CoAP endpoint, over DTLS. */
    record CoapCuff(String serial, List<String> options) implements SimulatedDevice {
        public CoapCuff {
            options = List.copyOf(options);
        }

        @Override
        public Transport transport() {
            return Transport.COAP;
        }
    }
}
