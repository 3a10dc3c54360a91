package io.maimen.ingest.clinical;

import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.DatabaseException;
import java.nio.file.Path;

/** Where the clinical records lie. Stateless. */
public final class ClinicalDatabase {
    private static final String MIGRATIONS = "io/maimen/ingest/clinical/migration";

    private ClinicalDatabase() {}

    /** Opens {@code clinical.db} in a directory, making it when it is not there. */
    public static Database open(Path directory) throws DatabaseException {
        return Database.open(file(directory), MIGRATIONS);
    }

    /** Where it lies. */
    public static Path file(Path directory) {
        return directory.resolve("clinical.db");
    }
}
