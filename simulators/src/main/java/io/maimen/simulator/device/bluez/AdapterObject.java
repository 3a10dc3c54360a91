package io.maimen.simulator.device.bluez;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.freedesktop.dbus.connections.base.AbstractConnectionBase;
import org.freedesktop.dbus.types.Variant;

/** The adapter: knows which clients look for devices. */
final class AdapterObject extends BluezObject implements Adapter1 {
    private final Set<String> discoverers = new HashSet<>();

    AdapterObject(VirtualBluez bluez, String path) {
        super(
                bluez,
                path,
                Adapter1.NAME,
                Map.of("Address", new Variant<>("00:00:5E:00:53:01"), "Powered", new Variant<>(false)));
    }

    @Override
    public void startDiscovery() {
        synchronized (discoverers) {
            discoverers.add(AbstractConnectionBase.getCallInfo().getSource());
        }
    }

    @Override
    public void stopDiscovery() {
        forget(AbstractConnectionBase.getCallInfo().getSource());
    }

    @Override
    public void setDiscoveryFilter(Map<String, Variant<?>> filter) {
        // Only LE devices are simulated, and every advertisement is told.
    }

    void forget(String client) {
        synchronized (discoverers) {
            discoverers.remove(client);
        }
    }

    boolean discovering() {
        synchronized (discoverers) {
            return !discoverers.isEmpty() && isTrue("Powered");
        }
    }
}
