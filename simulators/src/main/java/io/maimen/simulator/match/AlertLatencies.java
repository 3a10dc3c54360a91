package io.maimen.simulator.match;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.Completed;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import io.maimen.simulator.journal.JournalEntry.SpecimenOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long alerts took, from the frame that completed the condition to the event at a client.
 *
 * @param sorted quickest first
 */
public record AlertLatencies(List<Alert> sorted) {
    /** Whom an alert is about, written out. */
    public record Subject(String name) {
        /** A specimen at an analyser. */
        public static Subject specimen(DeviceId device, String specimen) {
            return new Subject(device + " " + specimen);
        }

        /** A patient. */
        public static Subject patient(String id) {
            return new Subject("patient " + id);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** One alert: whose, when its condition was complete, and how long after that its event came. */
    public record Alert(Subject subject, Instant completedAt, Duration latency) {
        @Override
        public String toString() {
            return latency.toMillis() + " ms for " + subject + ", complete at " + completedAt;
        }
    }

    public AlertLatencies {
        sorted = sorted.stream().sorted(Comparator.comparing(Alert::latency)).toList();
    }

    /** A frame sent again counts from its first sending; an alert that nobody completed is not measured. */
    public static AlertLatencies of(Collection<JournalEntry> journals, Map<Subject, Instant> arrivals) {
        Map<Subject, Instant> completed = new HashMap<>();
        journals.stream()
                .filter(Completed.class::isInstance)
                .forEach(entry -> completed.merge(subject(entry), entry.at(), (a, b) -> a.isBefore(b) ? a : b));
        return new AlertLatencies(completed.entrySet().stream()
                .filter(entry -> arrivals.containsKey(entry.getKey()))
                .map(entry -> new Alert(
                        entry.getKey(),
                        entry.getValue(),
                        Duration.between(entry.getValue(), arrivals.get(entry.getKey()))))
                .toList());
    }

    /** Subjects of whom something was taken that must raise an alert, and who raised none so far. */
    public static Set<Subject> missing(Collection<JournalEntry> journals, Set<Subject> arrived) {
        Set<List<Object>> taken = journals.stream()
                .filter(Taken.class::isInstance)
                .map(entry -> List.<Object>of(entry.device(), entry.key()))
                .collect(Collectors.toSet());
        return journals.stream()
                .filter(entry -> taken.contains(List.<Object>of(entry.device(), entry.key())))
                .flatMap(entry -> alarming(entry).stream())
                .filter(subject -> !arrived.contains(subject))
                .collect(Collectors.toSet());
    }

    private static Optional<Subject> alarming(JournalEntry entry) {
        if (entry instanceof SpecimenOffered specimen && specimen.alertRules() > 0) {
            return Optional.of(subject(entry));
        }
        return entry instanceof PressureOffered pressure && pressure.alertRules() > 0
                ? pressure.subject().map(Subject::patient)
                : Optional.empty();
    }

    /** Nearest rank; zero when there is none. */
    public long percentileMs(int percent) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1).latency().toMillis();
    }

    private static Subject subject(JournalEntry entry) {
        return Subject.specimen(entry.device(), entry.key());
    }
}
