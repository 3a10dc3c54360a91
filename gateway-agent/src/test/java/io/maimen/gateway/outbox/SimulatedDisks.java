package io.maimen.gateway.outbox;

import io.maimen.log.Disk;
import io.maimen.log.simulated.SimulatedDisk;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A simulated disk for each lane; the same one when it is opened again. Thread-safe. */
public final class SimulatedDisks implements DiskSource {
    private static final long SEED = 42;

    private final Map<String, SimulatedDisk> disks = new ConcurrentHashMap<>();

    @Override
    public Disk open(String name) {
        return disk(name);
    }

    /** The disk of a directory such as {@code outbox/vital}. */
    public SimulatedDisk disk(String name) {
        return disks.computeIfAbsent(name, any -> new SimulatedDisk(SEED));
    }

    /** All disks together behave as one that is full, or has space again. */
    public void full(boolean now) {
        disks.values().forEach(disk -> disk.setCapacity(now ? 0 : Long.MAX_VALUE));
    }
}
