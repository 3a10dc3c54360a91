package io.maimen.driver;

import io.maimen.driver.DriverAction.Store;
import java.util.ArrayList;
import java.util.List;

/** A protocol with the fault we fear most: it thanks the device as soon as it asks for storing. */
public final class EagerProtocol implements DeviceProtocol {
    private final DeviceProtocol protocol;
    private final DriverAction thanks;

    /** @param thanks what this device takes for "received" */
    public EagerProtocol(DeviceProtocol protocol, DriverAction thanks) {
        this.protocol = protocol;
        this.thanks = thanks;
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        List<DriverAction> actions = new ArrayList<>(protocol.on(event));
        if (actions.stream().anyMatch(Store.class::isInstance)) {
            actions.add(thanks);
        }
        return actions;
    }
}
