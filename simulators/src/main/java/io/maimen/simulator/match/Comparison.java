package io.maimen.simulator.match;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.Offered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of everything that was sent.
 *
 * @param devices by the device's name, in its order
 * @param findings one line for each thing lost, duplicated or fabricated
 */
public record Comparison(Map<String, Tally> devices, List<String> findings) {
    public Comparison {
        devices = Collections.unmodifiableMap(new TreeMap<>(devices));
        findings = List.copyOf(findings);
    }

    /**
     * Compares.
     *
     * @param journals of all devices, in any order
     * @param stored every result and block of all devices, each as often as the server has it
     */
    public static Comparison of(Collection<JournalEntry> journals, Collection<Content> stored) {
        Map<Content, Integer> found = new HashMap<>();
        stored.forEach(content -> found.merge(content, 1, Integer::sum));
        Set<List<Object>> taken = new HashSet<>();
        journals.stream().filter(Taken.class::isInstance).forEach(entry -> taken.add(name(entry)));

        Map<String, Tally> devices = new TreeMap<>();
        List<String> findings = new ArrayList<>();
        Set<Content> sent = new HashSet<>();
        for (JournalEntry entry : journals) {
            if (entry instanceof Offered offered) {
                sent.addAll(Content.of(offered));
                Tally tally = tally(offered, taken.contains(name(offered)), found, findings);
                devices.merge(offered.device().toString(), tally, Tally::plus);
            }
        }
        found.forEach((content, times) -> {
            if (!sent.contains(content)) {
                findings.add("fabricated " + content + ", " + times + " times");
                devices.merge(content.device().toString(), new Tally(0, 0, 0, 0, 0, times), Tally::plus);
            }
        });
        return new Comparison(devices, findings);
    }

    private static Tally tally(Offered offered, boolean taken, Map<Content, Integer> found, List<String> findings) {
        List<Content> wanted = Content.of(offered);
        boolean stored = wanted.stream().allMatch(found::containsKey);
        boolean duplicated = wanted.stream().anyMatch(content -> found.getOrDefault(content, 0) > 1);
        boolean lost = taken && !stored;
        if (lost) {
            findings.add("lost " + wanted);
        }
        if (duplicated) {
            findings.add("duplicated " + wanted);
        }
        return new Tally(1, one(taken), one(stored), one(lost), one(duplicated), 0);
    }

    /** All devices together. */
    public Tally total() {
        return devices.values().stream().reduce(Tally.NOTHING, Tally::plus);
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }

    private static List<Object> name(JournalEntry entry) {
        DeviceId device = entry.device();
        return List.of(device, entry.key());
    }
}
