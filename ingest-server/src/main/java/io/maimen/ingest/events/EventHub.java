package io.maimen.ingest.events;

import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.ChangedAlert;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.DeviceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private static final long PAUSE_MS = 1_000;

    private final Database clinical;
    private final Set<EventListener> listeners = ConcurrentHashMap.newKeySet();
    private final Map<DeviceId, Instant> heard = new HashMap<>();
    private final Semaphore news = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "events");
    private long told;

    private EventHub(Database clinical) {
        this.clinical = clinical;
        this.told = clinical.reader().inTransaction(handle -> new AlertRecords(handle).lastChange());
    }

    /** Begins after the last change made so far. */
    public static EventHub start(Database clinical) {
        EventHub hub = new EventHub(clinical);
        hub.thread.start();
        return hub;
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
        news.release();
    }

    /** Devices whose bytes arrived; told at the next {@link #tellDevices}. Cheap. */
    public void heard(Map<DeviceId, Instant> devices) {
        synchronized (heard) {
            devices.forEach((device, at) -> heard.merge(device, at, (a, b) -> a.isAfter(b) ? a : b));
        }
    }

    /** Tells which devices were heard since the last call; called once a second, so that each is told once a second. */
    public void tellDevices() {
        Map<DeviceId, Instant> devices;
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

    @Override
    public void close() {
        closing.countDown();
        news.release();
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                news.acquire();
                news.drainPermits();
                tellAlerts();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellAlerts() throws InterruptedException {
        try {
            List<ChangedAlert> changed;
            do {
                changed = alertsAfter(told, BATCH);
                for (ChangedAlert alert : changed) {
                    listeners.forEach(listener -> listener.alert(alert));
                    told = alert.changeNumber();
                }
            } while (!changed.isEmpty());
        } catch (JdbiException e) {
            LOG.error("SRV-033 alerts must be readable to be told but were not; trying again", e);
            closing.await(PAUSE_MS, TimeUnit.MILLISECONDS);
            news.release();
        }
    }
}
