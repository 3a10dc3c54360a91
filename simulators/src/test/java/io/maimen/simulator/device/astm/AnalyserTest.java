package io.maimen.simulator.device.astm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.Completed;
import io.maimen.simulator.journal.JournalEntry.SpecimenOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyserTest {
    private static final byte[] NOTHING = {};
    private static final byte[] ACK = {Frame.ACK};

    @TempDir
    private Path directory;

    @Test
    void everySpecimenIsOfferedThenTaken() throws Exception {
        List<JournalEntry> journal = run(said -> said.equals("EOT") ? NOTHING : ACK, Set.of(), 60);
        assertEquals(List.of("S-000001", "S-000002", "S-000003", "S-000004", "S-000005"), keys(journal, Taken.class));
        assertEquals(keys(journal, Taken.class), keys(journal, SpecimenOffered.class));
    }

    @Test
    void aSpecimenThatNobodyTookIsOfferedAgainUntilSomebodyDoes() throws Exception {
        int[] frames = {0};
        // The gateway dies at every second frame with a result, as often as it likes.
        List<JournalEntry> journal =
                run(said -> said.startsWith("5R") && frames[0]++ % 2 == 0 ? NOTHING : ACK, Set.of(), 100);
        assertEquals(keys(journal, SpecimenOffered.class), keys(journal, Taken.class));
        assertTrue(frames[0] > keys(journal, Taken.class).size(), "frames must have been repeated: " + frames[0]);
    }

    @Test
    void nothingIsTakenBeforeTheTerminatorIsAcknowledged() throws Exception {
        List<JournalEntry> journal = run(said -> said.startsWith("6L") ? NOTHING : ACK, Set.of(), 60);
        assertEquals(List.of("S-000001"), keys(journal, SpecimenOffered.class));
        assertEquals(List.of(), keys(journal, Taken.class));
    }

    @Test
    void aCriticalSpecimenSaysWhenItsConditionWasComplete() throws Exception {
        List<JournalEntry> journal = run(said -> said.equals("EOT") ? NOTHING : ACK, Set.of(2), 30);
        assertEquals(List.of("S-000002"), keys(journal, Completed.class));
        assertEquals(
                List.of(0, 1),
                journal.stream()
                        .filter(SpecimenOffered.class::isInstance)
                        .map(entry -> ((SpecimenOffered) entry).alertRules())
                        .toList());
    }

    private List<JournalEntry> run(Function<String, byte[]> gateway, Set<Integer> critical, int seconds)
            throws Exception {
        ScriptedLine line = new ScriptedLine(gateway);
        Path path = directory.resolve("journal.jsonl");
        try (Journal journal = Journal.create(path)) {
            new Analyser(
                            DeviceId.serial("AN-0001"),
                            new SpecimenGenerator(1, 0, critical),
                            new Records("AN-0001", "op1", ZoneId.of("Asia/Shanghai")),
                            new FrameSender(line, LineTimes.STANDARD),
                            Duration.ofSeconds(10),
                            journal,
                            ignored -> {},
                            line.clock)
                    .run(new Stop(line.clock, Duration.ofSeconds(seconds), Duration.ofSeconds(300)));
        }
        return Journal.read(path);
    }

    private static List<String> keys(List<JournalEntry> journal, Class<? extends JournalEntry> kind) {
        return journal.stream()
                .filter(kind::isInstance)
                .map(JournalEntry::key)
                .distinct()
                .toList();
    }
}
