package io.maimen.simulator.device.cuffble;

import io.maimen.simulator.device.cuff.CuffReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A cuff's readings, the oldest first, and which of them have been taken. Confined to one thread. */
final class CuffMemory {
    private final int capacity;
    private final List<CuffReading> readings = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    CuffMemory(int capacity) {
        this.capacity = capacity;
    }

    void keep(CuffReading reading) {
        readings.add(reading);
        if (readings.size() > capacity) {
            forget(readings.get(0));
        }
    }

    void forget(CuffReading reading) {
        readings.remove(reading);
        taken.remove(reading.key());
    }

    List<CuffReading> all() {
        return List.copyOf(readings);
    }

    /** Whether it remembers a reading that nobody has taken yet. */
    boolean hasNews() {
        return readings.stream().anyMatch(reading -> !taken.contains(reading.key()));
    }

    /** True the first time, for a reading it still remembers. */
    boolean take(CuffReading reading) {
        return readings.contains(reading) && taken.add(reading.key());
    }
}
