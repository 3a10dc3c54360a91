package io.maimen.ingest.clinical;

import io.maimen.alerting.rule.SourceSubject;
import io.maimen.alerting.rule.Subject;
import io.maimen.observation.device.SpecimenId;
import org.jdbi.v3.core.statement.SqlStatement;

/** A subject as the tables spell it. Stateless. */
final class SubjectKey {
    static final String WHERE = " WHERE device = :device AND specimen = :specimen AND simulated = :simulated";

    private SubjectKey() {}

    static <T extends SqlStatement<T>> T bind(T statement, Subject subject) {
        if (!(subject instanceof SourceSubject source)) {
            throw new IllegalArgumentException("subject must be a source but was " + subject.key());
        }
        return statement
                .bind("device", source.device().toString())
                .bind("specimen", source.specimen().map(SpecimenId::value).orElse(""))
                .bind("simulated", subject.simulated() ? 1 : 0);
    }
}
