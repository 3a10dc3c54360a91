package io.maimen.ingest.events;

import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.ChangedAlert;
import io.maimen.ingest.follow.WokenThread;
import io.maimen.ingest.follow.WokenThread.Outcome;
import io.maimen.ingest.series.LastContact;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.DeviceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the change numbers of the clinical records on a thread of its own and tells listeners. Thread-safe.
 *
 * <p>Whoever commits an alert calls {@link #alertsChanged}; the hub then reads what is new. So the order is that of the
 * commits, whoever made them, and nothing is told that is not durable.
 */
public final class EventHub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
    private static final int BATCH = 256;

    private final Database clinical;
    private final Set<EventListener> listeners = ConcurrentHashMap.newKeySet();
    private final Map<DeviceId, LastContact> heard = new HashMap<>();
    private final WokenThread thread;
    /** Confined to the thread. */
    private long told;

    private EventHub(Database clinical) {
        this.clinical = clinical;
        this.told = clinical.reader().inTransaction(handle -> new AlertRecords(handle).lastChange());
        this.thread = WokenThread.start("events", this::tellAlerts);
    }

    /** Begins after the last change made so far. */
    public static EventHub start(Database clinical) {
        return new EventHub(clinical);
    }

    /** Tells this listener from now on. */
    public void add(EventListener listener) {
        listeners.add(listener);
    }

    public void remove(EventListener listener) {
        listeners.remove(listener);
    }

    /** Something about alerts was committed. Cheap. */
    public void alertsChanged() {
        thread.wake();
    }

    /** Devices whose bytes arrived; told at the next {@link #tellDevices}. Cheap. */
    public void heard(Map<DeviceId, LastContact> devices) {
        synchronized (heard) {
            devices.forEach((device, at) -> heard.merge(device, at, LastContact::later));
        }
    }

    /** Tells which devices were heard since the last call; called once a second, so that each is told once a second. */
    public void tellDevices() {
        Map<DeviceId, LastContact> devices;
        synchronized (heard) {
            devices = Map.copyOf(heard);
            heard.clear();
        }
        devices.forEach((device, at) -> listeners.forEach(listener -> listener.device(device, at)));
    }

    /** Alerts changed after a number, as they are now, for a listener that missed some. Blocking. */
    public List<ChangedAlert> alertsAfter(long changeNumber, int limit) {
        return clinical.reader().inTransaction(handle -> new AlertRecords(handle).changedAfter(changeNumber, limit));
    }

    /** Returns when the thread has ended: afterwards nobody reads the records any more. */
    @Override
    public void close() {
        thread.close();
    }

    private Outcome tellAlerts() {
        try {
            List<ChangedAlert> changed = alertsAfter(told, BATCH);
            for (ChangedAlert alert : changed) {
                listeners.forEach(listener -> listener.alert(alert));
                told = alert.changeNumber();
            }
            return changed.isEmpty() ? Outcome.IDLE : Outcome.MORE;
        } catch (JdbiException e) {
            LOG.error("SRV-033 alerts must be readable to be told but were not; trying again", e);
            return Outcome.FAILED;
        }
    }
}
