package io.maimen.simulator.match;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.Completed;
import io.maimen.simulator.journal.JournalEntry.SpecimenOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long alerts took, from the frame that completed the condition to the event at a client.
 *
 * @param sorted quickest first
 */
public record AlertLatencies(List<Alert> sorted) {
    /** Whose alert it is. */
    public record Subject(DeviceId device, String specimen) {}

    /** One alert: whose, when its condition was complete, and how long after that its event came. */
    public record Alert(Subject subject, Instant completedAt, Duration latency) {
        @Override
        public String toString() {
            return latency.toMillis() + " ms for " + subject.device() + " " + subject.specimen() + ", complete at "
                    + completedAt;
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

    /** Subjects that were taken, must raise an alert, and raised none so far. */
    public static Set<Subject> missing(Collection<JournalEntry> journals, Set<Subject> arrived) {
        Set<Subject> taken = journals.stream()
                .filter(Taken.class::isInstance)
                .map(AlertLatencies::subject)
                .collect(Collectors.toSet());
        return journals.stream()
                .filter(entry -> entry instanceof SpecimenOffered specimen && specimen.alertRules() > 0)
                .map(AlertLatencies::subject)
                .filter(subject -> taken.contains(subject) && !arrived.contains(subject))
                .collect(Collectors.toSet());
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
        return new Subject(entry.device(), entry.key());
    }
}
