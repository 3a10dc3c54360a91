package io.maimen.driver.reading;

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
 * What was asked to be stored and is not yet: these devices do not send it again, so it is tried again as long as we have it.
 * Confined to one thread.
 */
public final class Unstored {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final int MOST = 512;

    private final Map<StoreId, Store> waiting = new LinkedHashMap<>();
    private long asked;

    /** Nothing waits. */
    public Unstored() {}

    /** How many stores were asked for: the number the next one will have. */
    public long number() {
        return asked;
    }

    /** Asks for one; or ends the connection where too many wait, rather than to forget one silently. */
    public DriverAction store(RawFrame frame, List<Observation> observations) {
        return store(List.of(frame), observations);
    }

    /** The same for what was read from several frames. */
    public DriverAction store(List<RawFrame> frames, List<Observation> observations) {
        Store store = new Store(new StoreId(asked++), frames, observations);
        waiting.put(store.storeId(), store);
        return waiting.size() > MOST
                ? new Close("DEC-018 the device sends more than can be kept: " + MOST + " readings wait already")
                : store;
    }

    /** What an outcome, the passing of time or the end of the connection asks for. */
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Stored stored) {
            waiting.remove(stored.storeId());
        }
        if (event instanceof NotStored) {
            return List.of(new Wake(TRY_AGAIN));
        }
        return event instanceof Elapsed || event instanceof Disconnected ? List.copyOf(waiting.values()) : List.of();
    }
}
