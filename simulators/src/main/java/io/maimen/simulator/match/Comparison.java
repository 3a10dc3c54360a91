package io.maimen.simulator.match;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.Indicated;
import io.maimen.simulator.journal.JournalEntry.Offered;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What became of everything that was sent.
 *
 * @param devices by the device's name, in its order
 * @param findings one line for each thing lost, duplicated, fabricated or under the wrong patient
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
    public static Comparison of(Collection<JournalEntry> journals, Collection<Stored> stored) {
        Found found = new Found(stored);
        Set<List<Object>> taken = names(journals, Taken.class);
        Set<List<Object>> indicated = names(journals, Indicated.class);

        Map<String, Tally> devices = new TreeMap<>();
        List<String> findings = new ArrayList<>();
        Set<Content> sent = new HashSet<>();
        for (JournalEntry entry : journals) {
            if (entry instanceof Offered offered) {
                sent.addAll(Content.of(offered));
                Fate fate = new Fate(taken.contains(name(offered)), indicated.contains(name(offered)));
                devices.merge(offered.device().toString(), tally(offered, fate, found, findings), Tally::plus);
            }
        }
        found.times().forEach((content, times) -> {
            if (!sent.contains(content)) {
                findings.add("fabricated " + content + ", " + times + " times");
                devices.merge(content.device().toString(), new Tally(0, 0, 0, 0, 0, times, 0, 0), Tally::plus);
            }
        });
        return new Comparison(devices, findings);
    }

    /** What a device was told of one thing: by us, and by its transport. */
    private record Fate(boolean taken, boolean indicated) {}

    private static Tally tally(Offered offered, Fate fate, Found found, List<String> findings) {
        List<Content> wanted = Content.of(offered);
        boolean stored = wanted.stream().allMatch(content -> found.times(content) > 0);
        boolean duplicated = wanted.stream().anyMatch(content -> found.times(content) > 1);
        boolean lost = fate.taken() && !stored;
        boolean lostInWindow = fate.indicated() && !fate.taken() && !stored;
        Optional<String> owner = offered instanceof PressureOffered pressure ? pressure.subject() : Optional.empty();
        boolean wrong = offered instanceof PressureOffered
                && wanted.stream()
                        .flatMap(content -> found.patients(content).stream())
                        .anyMatch(patient -> !owner.equals(Optional.of(patient)));
        if (lost) {
            findings.add("lost " + wanted);
        }
        if (duplicated) {
            findings.add("duplicated " + wanted);
        }
        if (wrong) {
            findings.add("wrong patient for " + wanted + " of " + owner.orElse("nobody"));
        }
        return new Tally(
                1, one(fate.taken()), one(stored), one(lost), one(duplicated), 0, one(wrong), one(lostInWindow));
    }

    private static Set<List<Object>> names(Collection<JournalEntry> journals, Class<? extends JournalEntry> kind) {
        return journals.stream().filter(kind::isInstance).map(Comparison::name).collect(Collectors.toSet());
    }

    /** Counted by what {@code group} says of a device's name. */
    public Map<String, Tally> by(UnaryOperator<String> group) {
        Map<String, Tally> groups = new TreeMap<>();
        devices.forEach((device, tally) -> groups.merge(group.apply(device), tally, Tally::plus));
        return groups;
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
