package io.maimen.driver.gatt;

import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.StoreId;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was received and is not stored yet. Bluetooth has told the device already, so a reading that could not be stored is
 * tried again as long as we have it. Confined to its session's thread.
 */
final class Unstored {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    /** More than any device of these services remembers. */
    private static final int MOST = 512;

    private final Map<StoreId, Store> waiting = new LinkedHashMap<>();
    private long count;

    /** The number of the next one to store. */
    long next() {
        return count;
    }

    /** Stores frames with what was read from them; ends the connection where too much waits already. */
    List<DriverAction> store(List<RawFrame> frames, List<Observation> observations) {
        StoreId id = new StoreId(count++);
        Store store = new Store(id, frames, observations);
        waiting.put(id, store);
        return waiting.size() > MOST
                ? List.of(new Close("GATT-011 the device sends more than can be kept: " + MOST + " wait already"))
                : List.of(store);
    }

    /** What a storing's outcome, the time or the end of the connection asks for; nothing for any other event. */
    List<DriverAction> on(DriverEvent event) {
        if (event instanceof Stored stored) {
            waiting.remove(stored.storeId());
        }
        if (event instanceof NotStored) {
            return List.of(new Wake(TRY_AGAIN));
        }
        return event instanceof Elapsed || event instanceof Disconnected ? List.copyOf(waiting.values()) : List.of();
    }
}
