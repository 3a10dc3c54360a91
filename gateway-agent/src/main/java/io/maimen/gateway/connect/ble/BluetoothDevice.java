package io.maimen.gateway.connect.ble;

import io.maimen.gateway.connect.ConnectionAcceptor;
import java.util.regex.Pattern;

/**
 * A device we connect to whenever it advertises. Immutable.
 *
 * @param name for people
 * @param address as BlueZ writes it, {@code AA:BB:CC:DD:EE:FF}
 * @param acceptor who hears its connections
 */
public record BluetoothDevice(String name, String address, ConnectionAcceptor acceptor) {
    private static final Pattern ADDRESS = Pattern.compile("([0-9A-F]{2}:){5}[0-9A-F]{2}");

    public BluetoothDevice {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("GW-073 address must be like AA:BB:CC:DD:EE:FF but was " + address);
        }
    }

    @Override
    public String toString() {
        return name + " (" + address + ")";
    }
}
