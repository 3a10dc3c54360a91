package io.maimen.log.simulated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The names of a directory, and which of their changes would survive a power cut. */
final class SimulatedNames {
    private final List<Consumer<Map<String, SimulatedFile>>> unsynced = new ArrayList<>();
    private final Map<String, SimulatedFile> durable = new HashMap<>();
    private Map<String, SimulatedFile> current = new HashMap<>();

    Optional<SimulatedFile> file(String name) {
        return Optional.ofNullable(current.get(name));
    }

    List<String> list() {
        return current.keySet().stream().sorted().toList();
    }

    void put(String name, SimulatedFile file) {
        change(names -> names.put(name, file));
    }

    void remove(String name) {
        change(names -> names.remove(name));
    }

    void rename(String from, String to, SimulatedFile file) {
        change(names -> {
            names.remove(from);
            names.put(to, file);
        });
    }

    private void change(Consumer<Map<String, SimulatedFile>> change) {
        unsynced.add(change);
        change.accept(current);
    }

    void sync() {
        unsynced.forEach(change -> change.accept(durable));
        unsynced.clear();
    }

    /** Any of the unsynced changes arrived, the later ones perhaps without the earlier. */
    void cutPower(RandomGenerator random) {
        unsynced.stream().filter(change -> random.nextBoolean()).forEach(change -> change.accept(durable));
        unsynced.clear();
        current = new HashMap<>(durable);
    }
}
