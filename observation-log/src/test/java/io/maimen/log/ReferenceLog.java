package io.maimen.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a log may serve, kept as a plain list: the reference that a real log is compared with. Records are numbered in
 * the order in which they were offered.
 */
final class ReferenceLog {
    private enum Fate {
        /** Must be served. */
        ACKNOWLEDGED,
        /** Its append failed or was cut: may be served after the log has been opened again, not before. */
        IN_DOUBT,
        /** Must never be served any more. */
        GONE
    }

    private final TreeMap<Long, Fate> fates = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private long trimmedThrough = -1;

    long nextNumber() {
        return fates.isEmpty() ? 0 : fates.lastKey() + 1;
    }

    void acknowledged(long number) {
        // An append that succeeds proves that what failed before it has been cut away.
        fates.replaceAll((other, fate) -> fate == Fate.IN_DOUBT ? Fate.GONE : fate);
        acknowledgedWithOthers(number);
    }

    /** One more record of a batch. */
    void acknowledgedWithOthers(long number) {
        fates.put(number, Fate.ACKNOWLEDGED);
    }

    void failed(long number) {
        fates.put(number, Fate.IN_DOUBT);
    }

    /** Records through this number may be missing from now on. */
    void trimmedThrough(long number) {
        trimmedThrough = number;
    }

    /** Compares with what a log serves that was open when the last append failed, or never failed. */
    void compareLive(List<Long> served) {
        compare(served);
        served.stream()
                .filter(number -> fates.get(number) == Fate.IN_DOUBT)
                .forEach(number -> violations.add("served though its append failed: " + number));
    }

    /** Compares with what a log serves that has just been opened; what was in doubt is now decided. */
    void compareReopened(List<Long> served) {
        compare(served);
        Set<Long> found = new HashSet<>(served);
        fates.replaceAll((number, fate) ->
                fate == Fate.IN_DOUBT ? found.contains(number) ? Fate.ACKNOWLEDGED : Fate.GONE : fate);
    }

    private void compare(List<Long> served) {
        Set<Long> found = new HashSet<>(served);
        long previous = -1;
        for (long number : served) {
            if (number <= previous) {
                violations.add("served twice or out of order: " + number + " after " + previous);
            }
            if (fates.getOrDefault(number, Fate.GONE) == Fate.GONE) {
                violations.add("served though it was never acknowledged: " + number);
            }
            previous = number;
        }
        fates.tailMap(trimmedThrough, false).entrySet().stream()
                .filter(entry -> entry.getValue() == Fate.ACKNOWLEDGED)
                .map(Map.Entry::getKey)
                .filter(number -> !found.contains(number))
                .forEach(number -> {
                    violations.add("lost though it was acknowledged: " + number);
                    fates.put(number, Fate.GONE);
                });
    }

    void violated(String what) {
        violations.add(what);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    long acknowledgedCount() {
        return fates.values().stream().filter(Fate.ACKNOWLEDGED::equals).count();
    }
}
