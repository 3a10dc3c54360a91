package io.maimen.simulator.match;

import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.ValueMeasured;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of the numbers that devices of any family measured: each must be stored as often as it was measured, and no other.
 *
 * @param devices by the family's name, in its order
 * @param findings one line for each number that is missing, made up, or without the mark of simulated data
 */
public record ValueComparison(Map<String, Count> devices, List<String> findings) {
    /**
     * Numbers of one device.
     *
     * @param owed of those measured, the ones that must be found: not the last before it ended
     */
    public record Count(int measured, int owed, int stored) {}

    public ValueComparison {
        devices = new TreeMap<>(devices);
        findings = List.copyOf(findings);
    }

    /**
     * Compares.
     *
     * @param journals of all devices, those without families among them
     * @param stored every number the server has, by the family's name
     */
    public static ValueComparison of(Collection<JournalEntry> journals, Map<String, List<StoredValue>> stored) {
        Map<String, Count> devices = new TreeMap<>();
        List<String> findings = new ArrayList<>();
        stored.forEach((name, values) -> {
            List<ValueMeasured> measured = journals.stream()
                    .filter(ValueMeasured.class::isInstance)
                    .map(ValueMeasured.class::cast)
                    .filter(entry -> entry.device().toString().equals("serial:" + name))
                    .toList();
            devices.put(name, new Count(measured.size(), count(measured, true), values.size()));
            if (measured.isEmpty()) {
                findings.add(name + " measured nothing");
            }
            findings.addAll(findings(name, measured, values));
        });
        return new ValueComparison(devices, findings);
    }

    private static int count(List<ValueMeasured> measured, boolean owed) {
        return Math.toIntExact(
                measured.stream().filter(entry -> entry.owed() == owed).count());
    }

    private static List<String> findings(String name, List<ValueMeasured> measured, List<StoredValue> values) {
        Set<String> waveforms = values.stream()
                .filter(value -> value.value().equals(StoredValue.SAMPLE))
                .map(StoredValue::code)
                .collect(Collectors.toSet());
        Map<String, Integer> owed = new TreeMap<>();
        Map<String, Integer> free = new HashMap<>();
        measured.forEach(entry -> (entry.owed() ? owed : free).merge(key(entry, waveforms), 1, Integer::sum));
        List<String> findings = new ArrayList<>();
        for (StoredValue value : values) {
            String key = key(value.code(), value.value(), value.unit());
            if (!value.simulated()) {
                findings.add(name + " without the mark of simulated data: " + key);
            }
            if (!take(owed, key) && !take(free, key)) {
                findings.add(name + " made up or doubled " + key);
            }
        }
        owed.forEach((key, times) ->
                findings.addAll(times > 0 ? List.of(name + " missing " + key + ", " + times + " times") : List.of()));
        return findings;
    }

    private static boolean take(Map<String, Integer> rest, String key) {
        boolean there = rest.getOrDefault(key, 0) > 0;
        if (there) {
            rest.merge(key, -1, Integer::sum);
        }
        return there;
    }

    /** Samples are counted: their values are compared where drivers and families are, by the sample. */
    private static String key(ValueMeasured entry, Set<String> waveforms) {
        String code = entry.code().toString();
        return key(code, waveforms.contains(code) ? StoredValue.SAMPLE : entry.value(), entry.unit());
    }

    /** A device's zeros at the end are its precision, which its family's own tests look at. */
    private static String key(String code, String value, String unit) {
        return code + " " + plain(value).orElse(value) + " " + unit;
    }

    private static Optional<String> plain(String value) {
        try {
            return Optional.of(new BigDecimal(value).stripTrailingZeros().toPlainString());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether every device measured something, all of it is there, and nothing else. */
    public boolean holds() {
        return findings.isEmpty();
    }
}
