package io.maimen.simulator.clinic;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import java.util.List;
import java.util.Locale;

/** A device of a site: its serial number, and the options of its simulator beyond those every one gets. */
public sealed interface SimulatedDevice {
    /** How the bytes reach the gateway. */
    enum Transport {
        SERIAL,
        BLUETOOTH,
        MQTT,
        COAP,
        TCP,
        HID,
        FILES;

        /** As reports spell it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String serial();

    /** Options for {@code simulate}. */
    List<String> options();

    Transport transport();

    /** Who uses the device, in the order of its slots; empty where it knows none. */
    default List<Resident> wearers() {
        return List.of();
    }

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

    /**
     * On a private bus of its own, behind a BlueZ that is not one.
     *
     * @param wearers in the order of the cuff's slots, from 1
     */
    record BluetoothCuff(String serial, String address, List<Resident> wearers, List<String> options)
            implements SimulatedDevice {
        public BluetoothCuff {
            wearers = List.copyOf(wearers);
            options = List.copyOf(options);
        }

        @Override
        public Transport transport() {
            return Transport.BLUETOOTH;
        }
    }

    /**
     * At the gateway's CoAP endpoint, over DTLS.
     *
     * @param wearers in the order of the cuff's slots, from 1
     */
    record CoapCuff(String serial, List<Resident> wearers, List<String> options) implements SimulatedDevice {
        public CoapCuff {
            wearers = List.copyOf(wearers);
            options = List.copyOf(options);
        }

        @Override
        public Transport transport() {
            return Transport.COAP;
        }
    }

    /**
     * Of any family, named as the family is. All such devices of a site are one process; nobody is known to use them.
     *
     * @param options of that process
     */
    record FamilyDevice(DeviceFamily family, List<String> options) implements SimulatedDevice {
        public FamilyDevice {
            options = List.copyOf(options);
        }

        @Override
        public String serial() {
            return family.name();
        }

        @Override
        public Transport transport() {
            DeviceLink link = family.link();
            if (link instanceof DeviceLink.Serial) {
                return Transport.SERIAL;
            }
            if (link instanceof DeviceLink.BluetoothLowEnergy) {
                return Transport.BLUETOOTH;
            }
            if (link instanceof DeviceLink.Tcp) {
                return Transport.TCP;
            }
            if (link instanceof DeviceLink.Hid) {
                return Transport.HID;
            }
            return link instanceof DeviceLink.Mqtt ? Transport.MQTT : Transport.FILES;
        }
    }
}
