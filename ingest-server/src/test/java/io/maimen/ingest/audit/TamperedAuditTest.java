package io.maimen.ingest.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the table behind our back is found, and the first entry touched is named. */
class TamperedAuditTest {
    private static final int ENTRIES = 40;
    private static final int TIMES = 1_000;
    private static final String[] TEXTS = {"who", "action", "subject", "detail", "previous_hash", "hash"};

    @Test
    void aThousandEditsDeletionsSwapsAndTruncationsAreAllFound(@TempDir Path directory) throws Exception {
        try (TestAudit open = TestAudit.open(directory)) {
            open.add(ENTRIES);
        }
        Optional<AuditHead> signed = SignedHead.look(directory);
        try (TestAudit open = TestAudit.open(directory)) {
            open.clinical().writer().useHandle(handle -> {
                for (long seed = 0; seed < TIMES; seed++) {
                    handle.begin();
                    long first = tamper(handle, new Random(seed));
                    AuditVerdict verdict = AuditVerification.verify(handle, signed);
                    String shown = "seed " + seed + ": " + verdict;
                    assertEquals(first, verdict instanceof AuditVerdict.Broken broken ? broken.seq() : -1, shown);
                    handle.rollback();
                }
                assertEquals(
                        new AuditVerdict.Whole(ENTRIES, signed.orElseThrow().hash()),
                        AuditVerification.verify(handle, signed));
            });
        }
    }

    /** Does one thing to the table; returns the first entry that is then not as it was written. */
    private static long tamper(Handle handle, Random random) {
        long seq = 1L + random.nextInt(ENTRIES);
        switch (random.nextInt(5)) {
            case 0 -> editText(handle, seq, TEXTS[random.nextInt(TEXTS.length)], random);
            case 1 -> handle.execute("UPDATE audit SET at_us = at_us + ? WHERE seq = ?", 1 + random.nextInt(9), seq);
            case 2 -> handle.execute("DELETE FROM audit WHERE seq = ?", seq);
            case 3 -> handle.execute("DELETE FROM audit WHERE seq >= ?", seq);
            default -> {
                long other = 1 + (seq + random.nextInt(ENTRIES - 1)) % ENTRIES;
                swap(handle, seq, other);
                return Math.min(seq, other);
            }
        }
        return seq;
    }

    /** One character more, less or other. */
    private static void editText(Handle handle, long seq, String column, Random random) {
        String text = handle.createQuery("SELECT " + column + " FROM audit WHERE seq = :seq")
                .bind("seq", seq)
                .mapTo(String.class)
                .one();
        int at = random.nextInt(text.length() + 1);
        String tail =
                text.substring(at).isEmpty() || random.nextBoolean() ? text.substring(at) : text.substring(at + 1);
        handle.execute("UPDATE audit SET " + column + " = ? WHERE seq = ?", text.substring(0, at) + "~" + tail, seq);
    }

    private static void swap(Handle handle, long seq, long other) {
        handle.execute("UPDATE audit SET seq = -1 WHERE seq = ?", seq);
        handle.execute("UPDATE audit SET seq = ? WHERE seq = ?", seq, other);
        handle.execute("UPDATE audit SET seq = ? WHERE seq = -1", other);
    }
}
