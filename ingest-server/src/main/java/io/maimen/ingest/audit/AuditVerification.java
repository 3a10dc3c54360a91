package io.maimen.ingest.audit;

import io.maimen.ingest.sql.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Checks the audit of a server's directory, whether the server runs or not; changes nothing. Stateless. */
public final class AuditVerification {
    private AuditVerification() {}

    /**
     * Reads the whole chain.
     *
     * @param clinical the file of the clinical records
     * @param directory the server's
     * @throws IOException when key, head or table cannot be read
     */
    public static AuditVerdict verify(Path clinical, Path directory) throws IOException {
        Optional<AuditHead> signed = SignedHead.look(directory);
        try {
            return Database.look(clinical).inTransaction(handle -> verify(handle, signed));
        } catch (JdbiException e) {
            throw new IOException(
                    "AUD-007 table audit of " + clinical + " must be readable but was not: "
                            + e.getMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    static AuditVerdict verify(Handle handle, Optional<AuditHead> signed) {
        try (Stream<AuditEntry> entries =
                handle.createQuery("SELECT * FROM audit ORDER BY seq").map(AuditEntry::read).stream()) {
            return AuditChain.check(entries.iterator(), signed);
        }
    }
}
