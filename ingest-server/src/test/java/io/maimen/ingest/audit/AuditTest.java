package io.maimen.ingest.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.sql.CrashPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final String MIGRATIONS = "io/maimen/ingest/clinical/migration";

    @TempDir
    Path directory;

    @Test
    void aChainIsWholeFromItsFirstEntryAcrossRestarts() throws Exception {
        try (TestAudit first = TestAudit.open(directory)) {
            assertEquals(new AuditVerdict.Whole(0, AuditHead.GENESIS.hash()), first.verdict());
            first.add(3);
        }
        try (TestAudit second = TestAudit.open(directory)) {
            second.add(2);
        }
        assertEquals(5, ((AuditVerdict.Whole) TestAudit.verdict(directory)).seq());
    }

    @Test
    void aServerThatRunsCanBeVerified() throws Exception {
        try (TestAudit running = TestAudit.open(directory)) {
            running.add(20);
            assertEquals(20, ((AuditVerdict.Whole) running.verdict()).seq());
        }
    }

    @Test
    void anEntryStandsOrFallsWithWhatItTellsOf() throws Exception {
        try (TestAudit open = TestAudit.open(directory)) {
            assertThrows(
                    IllegalStateException.class, () -> open.clinical().writer().useTransaction(handle -> {
                        open.audit().add(handle, TestAudit.event(1));
                        throw new IllegalStateException("what it tells of did not come to be");
                    }));
            open.add(1);
        }
        assertEquals(1, ((AuditVerdict.Whole) TestAudit.verdict(directory)).seq());
    }

    /** Before each statement, before each commit and just after it. */
    @Test
    void killedAtAnyMomentTheChainIsWholeAndTheHeadNeverLeads() throws Exception {
        boolean died = true;
        for (int point = 1; died; point++) {
            Path killed = Files.createDirectory(directory.resolve("killed-" + point));
            CrashPoints crash = new CrashPoints(point);
            try (TestAudit open = TestAudit.open(killed, crash.open(killed.resolve("clinical.db"), MIGRATIONS))) {
                open.add(2);
            } catch (JdbiException dead) {
                assertTrue(crash.died(), dead.getMessage());
            }
            died = crash.died();
            try (TestAudit again = TestAudit.open(killed)) {
                assertInstanceOf(AuditVerdict.Whole.class, again.verdict(), "killed at point " + point);
                again.add(1);
            }
            assertInstanceOf(AuditVerdict.Whole.class, TestAudit.verdict(killed), "killed at point " + point);
        }
    }

    @Test
    void killedBetweenCommitAndSignatureTheHeadIsBehindAndCatchesUp() throws Exception {
        Path head = directory.resolve("audit/audit-head");
        try (TestAudit open = TestAudit.open(directory)) {
            open.add(2);
        }
        byte[] behind = Files.readAllBytes(head);
        try (TestAudit open = TestAudit.open(directory)) {
            open.add(2);
        }
        Files.write(head, behind);
        assertEquals(4, ((AuditVerdict.Whole) TestAudit.verdict(directory)).seq());
        try (TestAudit open = TestAudit.open(directory)) {
            open.audit().close();
            open.sql("DELETE FROM audit WHERE seq = 4");
        }
        assertEquals(4, ((AuditVerdict.Broken) TestAudit.verdict(directory)).seq());
    }

    @Test
    void whatWasTakenOffWhileTheServerWasDownStaysVisibleForEver() throws Exception {
        try (TestAudit open = TestAudit.open(directory)) {
            open.add(5);
        }
        try (TestAudit open = TestAudit.open(directory)) {
            open.sql("DELETE FROM audit WHERE seq > 3");
            open.add(5);
        }
        AuditVerdict.Broken broken = (AuditVerdict.Broken) TestAudit.verdict(directory);
        assertEquals(4, broken.seq());
        assertEquals("must be there but the next one is 6: entries were taken out or put in", broken.fault());
    }

    @Test
    void aChainWrittenAnewWithFittingHashesIsFoundAndStaysVisibleForEver() throws Exception {
        try (TestAudit open = TestAudit.open(directory)) {
            open.add(5);
        }
        try (TestAudit open = TestAudit.open(directory)) {
            rewrite(open);
            AuditVerdict.Broken now = (AuditVerdict.Broken) open.verdict();
            assertEquals(5, now.seq());
            assertEquals(
                    "must be the one that was signed but is another: the entries up to it were written anew",
                    now.fault());
            open.add(2);
        }
        AuditVerdict.Broken later = (AuditVerdict.Broken) TestAudit.verdict(directory);
        assertEquals(6, later.seq());
    }

    /** What somebody does who knows how the hashes are made but has not the key. */
    private static void rewrite(TestAudit open) {
        open.clinical().writer().useTransaction(handle -> {
            List<AuditEntry> entries = handle.createQuery("SELECT * FROM audit ORDER BY seq")
                    .map(AuditEntry::read)
                    .list();
            handle.execute("DELETE FROM audit");
            AuditHead last = AuditHead.GENESIS;
            for (AuditEntry old : entries) {
                AuditEntry forged = AuditEntry.linked(
                        last, old.seq(), old.atMicros(), "wang", old.action(), old.subject(), old.detail());
                forged.insert(handle);
                last = forged.head();
            }
        });
    }

    @Test
    void aHeadThatIsGoneOrForgedIsSaidAndCannotBeMadeGoodByRestarting() throws Exception {
        Path head = directory.resolve("audit/audit-head");
        try (TestAudit open = TestAudit.open(directory)) {
            open.add(3);
        }
        byte[] genuine = Files.readAllBytes(head);
        byte[] forged = genuine.clone();
        forged[forged.length - 10] ^= 1;
        for (byte[] bytes : List.of(forged, new byte[0])) {
            Files.write(head, bytes);
            assertEquals(4, ((AuditVerdict.Broken) TestAudit.verdict(directory)).seq());
        }
        try (TestAudit open = TestAudit.open(directory)) {
            open.add(1);
        }
        assertEquals(4, ((AuditVerdict.Broken) TestAudit.verdict(directory)).seq());
    }

    @Test
    void theKeyIsForTheServersUserAloneAndIsNeverReplaced() throws Exception {
        Path key = directory.resolve("identity/audit.key");
        try (TestAudit open = TestAudit.open(directory)) {
            open.add(1);
        }
        assertEquals(
                "[OWNER_READ, OWNER_WRITE]",
                Files.getPosixFilePermissions(key).stream().sorted().toList().toString());
        Files.writeString(key, "no key");
        IOException refused = assertThrows(IOException.class, () -> TestAudit.open(directory));
        assertTrue(refused.getMessage().startsWith("AUD-005 "), refused.getMessage());
    }
}
