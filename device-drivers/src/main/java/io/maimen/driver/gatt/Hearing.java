package io.maimen.driver.gatt;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import java.util.List;

/** A characteristic that a driver listens to. Confined to its session's thread. */
interface Hearing {
    Channel channel();

    SubscribeMode mode();

    /** A value that came: stored with what it means, or put aside with the reason. */
    List<DriverAction> heard(Received received, Unstored unstored, Origin origin);

    /** Nothing more comes for now: what waits for the rest of it is stored as it is. */
    default List<DriverAction> silence(Unstored unstored, Origin origin) {
        return List.of();
    }
}
