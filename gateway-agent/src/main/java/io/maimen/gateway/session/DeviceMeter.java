package io.maimen.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts one device since the gateway started. Thread-safe. */
public final class DeviceMeter {
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final StorageDelay storageDelay = new StorageDelay();
    private volatile Optional<Instant> lastReceivedAt = Optional.empty();

    void opened() {
        connections.incrementAndGet();
    }

    void closed() {
        connections.decrementAndGet();
    }

    void received(Instant at) {
        lastReceivedAt = Optional.of(at);
    }

    void taken() {
        taken.incrementAndGet();
    }

    void stored(Instant receivedAt, Instant storedAt) {
        storageDelay.add(Duration.between(receivedAt, storedAt));
    }

    void rejected() {
        rejected.incrementAndGet();
    }

    /** Whether a connection stands. */
    public boolean isConnected() {
        return connections.get() > 0;
    }

    /** When the last bytes came; empty when none have since the start. */
    public Optional<Instant> lastReceivedAt() {
        return lastReceivedAt;
    }

    /** Frames, or groups of them, that were stored. */
    public long takenCount() {
        return taken.get();
    }

    /** How long frames were with us and not yet on the disk. */
    public StorageDelay storageDelay() {
        return storageDelay;
    }

    /** Frames that went into quarantine, or should have. */
    public long rejectedCount() {
        return rejected.get();
    }
}
