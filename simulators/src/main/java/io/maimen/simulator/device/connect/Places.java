package io.maimen.simulator.device.connect;

import java.nio.file.Path;
import java.util.List;

/**
 * Where virtual devices and a gateway meet. Both sides read it here: what a device opens, a gateway's configuration names. Immutable.
 *
 * @param directory of terminals, folders, journals and sockets; a short path, since sockets must have one
 * @param host where the gateway is
 * @param tcpPorts at which a gateway waits for devices that call; each device has one of its own
 * @param mqttPort the gateway's MQTT endpoint
 * @param password of every MQTT device
 */
public record Places(Path directory, String host, List<Integer> tcpPorts, int mqttPort, String password) {
    public Places {
        tcpPorts = List.copyOf(tcpPorts);
    }

    /** A serial device's terminal. */
    Path terminal(String serial) {
        return directory.resolve(serial + ".tty");
    }

    /** The socket at which a HID device waits. */
    Path hid(String serial) {
        return directory.resolve(serial + ".hid");
    }

    /** The socket of the one bus of all Bluetooth devices. */
    Path bus() {
        return directory.resolve("bluez.bus");
    }

    /** Where a device leaves its files. */
    Path folder(String serial) {
        return directory.resolve(serial + ".files");
    }

    /** What a device measured. */
    public Path journal(String serial) {
        return directory.resolve(serial + ".jsonl");
    }

    @Override
    public String toString() {
        // Without the password: this may end in a log.
        return directory + " " + host;
    }
}
