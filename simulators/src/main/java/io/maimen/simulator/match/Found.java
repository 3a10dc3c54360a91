package io.maimen.simulator.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the server has, by content: how often, and under whom. Confined to one thread. */
final class Found {
    private final Map<Content, Integer> times = new HashMap<>();
    private final Map<Content, Set<String>> patients = new HashMap<>();

    Found(Collection<Stored> stored) {
        for (Stored each : stored) {
            times.merge(each.content(), 1, Integer::sum);
            each.patient().ifPresent(patient -> patients.computeIfAbsent(each.content(), content -> new HashSet<>())
                    .add(patient));
        }
    }

    Map<Content, Integer> times() {
        return times;
    }

    int times(Content content) {
        return times.getOrDefault(content, 0);
    }

    Set<String> patients(Content content) {
        return patients.getOrDefault(content, Set.of());
    }
}
