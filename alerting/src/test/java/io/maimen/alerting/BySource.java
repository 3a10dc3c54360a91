package io.maimen.alerting;

import io.maimen.alerting.review.Alert;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.SourceSubject;
import io.maimen.alerting.rule.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Judges a heap of readings as if nobody had ever bound a device: every source is a subject. */
record BySource(Assessor assessor) {
    List<Alert> assess(Collection<Reading> history, Collection<Alert> known, Instant now) {
        Set<Subject> subjects = new LinkedHashSet<>();
        Stream.concat(history.stream().map(SourceSubject::of), known.stream().map(Alert::subject))
                .forEach(subjects::add);
        return subjects.stream()
                .flatMap(subject -> assessor
                        .assess(
                                subject,
                                history.stream()
                                        .filter(reading ->
                                                SourceSubject.of(reading).equals(subject))
                                        .toList(),
                                known.stream()
                                        .filter(alert -> alert.subject().equals(subject))
                                        .toList(),
                                now)
                        .stream())
                .toList();
    }
}
