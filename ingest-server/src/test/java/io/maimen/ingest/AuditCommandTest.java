package io.maimen.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.audit.Action;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.audit.AuditEvent;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.sql.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ./maimen audit verify}, as a person sees it. */
class AuditCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void someoneWasLookedAt() throws Exception {
        Files.writeString(directory.resolve("server.yaml"), "server: { directory: . }");
        try (Database clinical = ClinicalDatabase.open(directory);
                Audit audit = Audit.open(clinical, directory)) {
            for (int i = 0; i < 3; i++) {
                audit.add(new AuditEvent(Measurements.NOON, "li", Action.VIEWED, "alert " + i, ""));
            }
        }
    }

    @Test
    void aWholeChainIsSaidWithItsEnd() {
        assertEquals(0, verify("server.yaml"));
        assertTrue(out.toString().startsWith("whole: 3 entries, the last "), out.toString());
    }

    @Test
    void theFirstBrokenEntryIsNamed() throws Exception {
        try (Database clinical = ClinicalDatabase.open(directory)) {
            clinical.writer().useTransaction(handle -> handle.execute("UPDATE audit SET who = 'wang' WHERE seq = 2"));
        }
        assertEquals(1, verify("server.yaml"));
        assertEquals(
                "AUD-010 audit entry 2 must be as it was written but was changed",
                out.toString().strip());
    }

    @Test
    void aServerThatIsNotThereIsOneLine() {
        assertEquals(2, verify("none.yaml"));
        assertTrue(err.toString().startsWith("CFG-108 "), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    private int verify(String config) {
        return new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("verify", "--config", directory.resolve(config).toString());
    }
}
