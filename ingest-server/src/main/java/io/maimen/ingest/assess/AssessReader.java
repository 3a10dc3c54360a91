package io.maimen.ingest.assess;

import io.maimen.alerting.Assessor;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.SourceSubject;
import io.maimen.alerting.rule.Subject;
import io.maimen.ingest.clinical.AlertHistoryEntry;
import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.AlertWords;
import io.maimen.ingest.clinical.AssessedReadings;
import io.maimen.ingest.follow.FactBatch;
import io.maimen.ingest.follow.FactReader;
import io.maimen.ingest.sql.Database;
import io.maimen.log.LogPosition;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ObservedFact;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Judges the subjects of new readings again and keeps what came of it. Called by one thread at a time. */
public final class AssessReader implements FactReader {
    /** How the machine signs in an alert's history. */
    static final String NAME = "assess";

    private final Database clinical;
    private final Assessor assessor;
    private final Clock clock;
    private final Runnable alertsChanged;

    /** {@code alertsChanged} is called after each commit that touched an alert. */
    public AssessReader(Database clinical, Assessor assessor, Clock clock, Runnable alertsChanged) {
        this.clinical = clinical;
        this.assessor = assessor;
        this.clock = clock;
        this.alertsChanged = alertsChanged;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LogPosition cursor() {
        return clinical.reader()
                .withHandle(handle -> handle.createQuery("SELECT position FROM progress WHERE reader = :reader")
                        .bind("reader", NAME)
                        .mapTo(Long.class)
                        .findOne())
                .map(LogPosition::of)
                .orElse(LogPosition.ZERO);
    }

    @Override
    public void read(FactBatch batch) {
        boolean changed = clinical.writer().inTransaction(handle -> {
            boolean any = false;
            for (Subject subject : keepReadings(handle, batch.facts())) {
                any |= judge(handle, subject);
            }
            keepCursor(handle, batch.next());
            return any;
        });
        if (changed) {
            alertsChanged.run();
        }
    }

    /** The subjects of readings that were not there yet: the others have been judged with them already. */
    private static Set<Subject> keepReadings(Handle handle, List<Fact> facts) {
        AssessedReadings readings = new AssessedReadings(handle);
        Set<Subject> subjects = new LinkedHashSet<>();
        for (Fact fact : facts) {
            if (fact instanceof ObservedFact observed) {
                Reading.of(observed.observation(), observed.admittedAt()).stream()
                        .findFirst()
                        .filter(reading -> readings.add(subject(reading), reading, observed))
                        .ifPresent(reading -> subjects.add(subject(reading)));
            }
        }
        return subjects;
    }

    private static Subject subject(Reading reading) {
        return new SourceSubject(reading.device(), Optional.empty(), reading.specimen(), reading.simulated());
    }

    private boolean judge(Handle handle, Subject subject) {
        List<Reading> history = new AssessedReadings(handle)
                .of(subject).stream()
                        .flatMap(fact -> Reading.of(fact.observation(), fact.admittedAt()).stream())
                        .toList();
        AlertRecords alerts = new AlertRecords(handle);
        List<Alert> known = alerts.of(subject);
        Instant now = clock.instant();
        List<Alert> changes = assessor.assess(subject, history, known, now);
        // Ends first: where one rule gives way to a more severe one, two must not be open even for a moment.
        changes.stream()
                .sorted((a, b) -> Boolean.compare(a.ended().isEmpty(), b.ended().isEmpty()))
                .forEach(alert -> alerts.put(alert, what(alert, known, now)));
        return !changes.isEmpty();
    }

    private static AlertHistoryEntry what(Alert alert, List<Alert> known, Instant now) {
        Optional<Alert> before =
                known.stream().filter(other -> other.id().equals(alert.id())).findFirst();
        String action;
        if (before.isEmpty()) {
            action = "opened";
        } else if (before.get().ended().equals(alert.ended())) {
            action = "judged-again";
        } else {
            action = alert.ended().map(end -> AlertWords.of(end.reason())).orElse("present-again");
        }
        return new AlertHistoryEntry(now, NAME, action, "");
    }

    private static void keepCursor(Handle handle, LogPosition next) {
        handle.createUpdate("INSERT INTO progress (reader, position) VALUES (:reader, :position)"
                        + " ON CONFLICT (reader) DO UPDATE SET position = excluded.position")
                .bind("reader", NAME)
                .bind("position", next.toLong())
                .execute();
    }
}
