package io.maimen.ingest.audit;

import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.DatabaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** An audit in a directory of its own, with its database. Confined to a test. */
record TestAudit(Path directory, Database clinical, Audit audit) implements AutoCloseable {
    static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    static TestAudit open(Path directory) throws IOException, DatabaseException {
        return open(directory, ClinicalDatabase.open(directory));
    }

    static TestAudit open(Path directory, Database clinical) throws IOException {
        return new TestAudit(directory, clinical, Audit.open(clinical, directory));
    }

    /** As many entries, each telling of another alert. */
    void add(int count) {
        for (int i = 0; i < count; i++) {
            audit.add(event(i));
        }
    }

    static AuditEvent event(int number) {
        return new AuditEvent(NOON.plusSeconds(number), "li", Action.VIEWED, "alert " + number, "");
    }

    void sql(String statement) {
        clinical.writer().useTransaction(handle -> handle.execute(statement));
    }

    AuditVerdict verdict() throws IOException {
        return verdict(directory);
    }

    static AuditVerdict verdict(Path directory) throws IOException {
        return AuditVerification.verify(ClinicalDatabase.file(directory), directory);
    }

    /** Returns when the head is signed. */
    @Override
    public void close() {
        audit.close();
        clinical.close();
    }
}
