package io.maimen.ingest.assess;

import io.maimen.alerting.Assessor;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.rule.OwnLimit;
import io.maimen.alerting.rule.PatientSubject;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.Subject;
import io.maimen.ingest.audit.AuditEvent;
import io.maimen.ingest.clinical.AlertHistoryEntry;
import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.AlertWords;
import io.maimen.ingest.clinical.AssessedReadings;
import io.maimen.ingest.clinical.LimitRecords;
import io.maimen.ingest.clinical.ReaderProgress;
import io.maimen.ingest.follow.FactBatch;
import io.maimen.ingest.follow.FactReader;
import io.maimen.ingest.sql.Database;
import io.maimen.log.LogPosition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Judges the subjects of new readings again and keeps what came of it. Called by one thread at a time. */
public final class AssessReader implements FactReader {
    /** How the machine signs in an alert's history. */
    static final String NAME = "assess";
    /** How far back rules look: a condition that nobody measured for two days is told anew. */
    private static final Duration HISTORY = Duration.ofDays(2);
    /** What was measured by a clock that ran ahead may have been closed before. */
    private static final Duration TOLERATED_AHEAD = Duration.ofDays(1);

    private final Database clinical;
    private final Assessor assessor;
    private final Clock clock;
    private final Runnable alertsChanged;
    private final Consumer<LogPosition> applied;
    private final BiConsumer<Handle, AuditEvent> audit;

    /**
     * Is called by one thread at a time, as it calls others.
     *
     * @param audit notes within the transaction who said whose readings are
     * @param alertsChanged called after each commit that touched an alert
     * @param applied called after each commit with the position before which everything has been applied
     */
    public AssessReader(
            Database clinical,
            Assessor assessor,
            Clock clock,
            BiConsumer<Handle, AuditEvent> audit,
            Runnable alertsChanged,
            Consumer<LogPosition> applied) {
        this.clinical = clinical;
        this.assessor = assessor;
        this.clock = clock;
        this.alertsChanged = alertsChanged;
        this.applied = applied;
        this.audit = audit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LogPosition cursor() {
        return new ReaderProgress(clinical).of(NAME);
    }

    @Override
    public void read(FactBatch batch) {
        boolean changed = clinical.writer().inTransaction(handle -> {
            Ownership ownership = new Ownership(handle, audit);
            batch.facts().forEach(ownership::take);
            boolean any = false;
            for (Map.Entry<Subject, Instant> concerned : ownership.concerned().entrySet()) {
                any |= judge(handle, concerned.getKey(), concerned.getValue());
            }
            ReaderProgress.keep(handle, NAME, batch.next());
            return any;
        });
        if (changed) {
            alertsChanged.run();
        }
        applied.accept(batch.next());
    }

    /** Judges what may have changed by readings that came, went or moved, the first of them measured at {@code earliest}. */
    private boolean judge(Handle handle, Subject subject, Instant earliest) {
        AssessedReadings readings = new AssessedReadings(handle);
        Instant recent = earliest.minus(HISTORY);
        Instant from =
                readings.oldestBehindOpenAlerts(subject).filter(recent::isAfter).orElse(recent);
        List<Reading> history = readings.of(subject, from).stream()
                .flatMap(reading -> reading.judged().stream())
                .toList();
        AlertRecords alerts = new AlertRecords(handle);
        List<Alert> known = alerts.of(subject, from.minus(TOLERATED_AHEAD));
        Instant now = clock.instant();
        List<Alert> changes = assessor.with(own(handle, subject)).assess(subject, history, known, now);
        // Ends first: where one rule gives way to a more severe one, two must not be open even for a moment.
        changes.stream()
                .sorted((a, b) -> Boolean.compare(a.ended().isEmpty(), b.ended().isEmpty()))
                .forEach(alert -> alerts.put(alert, what(alert, known, now)));
        return !changes.isEmpty();
    }

    /** Nobody has set limits for a source. */
    private static List<OwnLimit> own(Handle handle, Subject subject) {
        return subject instanceof PatientSubject known ? new LimitRecords(handle).of(known.patient()) : List.of();
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
}
