package io.maimen.simulator.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.SampleGap;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.journal.JournalEntry.BlockOffered;
import io.maimen.simulator.journal.JournalEntry.Completed;
import io.maimen.simulator.journal.JournalEntry.Indicated;
import io.maimen.simulator.journal.JournalEntry.Kind;
import io.maimen.simulator.journal.JournalEntry.OfferedResult;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import io.maimen.simulator.journal.JournalEntry.SpecimenOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant AT = Instant.parse("2026-03-04T00:15:00.123456Z");
    private static final DeviceId ANALYSER = DeviceId.serial("AN-0001");
    private static final DeviceId PATCH = DeviceId.serial("ECG-0001");
    private static final DeviceId CUFF = DeviceId.serial("BP-0001");
    private static final List<JournalEntry> ENTRIES = List.of(
            new SpecimenOffered(
                    AT,
                    ANALYSER,
                    "S-000123",
                    List.of(new OfferedResult(Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, "2.70", "mmol/L")),
                    1),
            new Completed(AT, ANALYSER, "S-000123"),
            new Taken(AT, ANALYSER, Kind.SPECIMEN, "S-000123"),
            new BlockOffered(AT, PATCH, "7/0", 0, 250, List.of(new SampleGap(62, 188)), "ab".repeat(32)),
            new Taken(AT, PATCH, Kind.BLOCK, "7/0"),
            new PressureOffered(
                    AT,
                    CUFF,
                    JournalEntry.pressureKey(Optional.of(2), AT),
                    Optional.of(2),
                    Optional.of("p-demo-2"),
                    List.of(new OfferedResult(ObservationCode.parse("mdc:150021"), "182", "mm[Hg]")),
                    1),
            new PressureOffered(
                    AT,
                    CUFF,
                    JournalEntry.pressureKey(Optional.empty(), AT),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    0),
            new Indicated(AT, CUFF, Kind.BLOOD_PRESSURE, "2/1772583300"));

    @TempDir
    private Path directory;

    @Test
    void whatWasWrittenIsReadBack() throws Exception {
        assertEquals(ENTRIES, Journal.read(written()));
    }

    @Test
    void aLineIsTheOneOthersReadToo() throws Exception {
        assertEquals(
                "{\"event\":\"offered\",\"at\":1772583300123456,\"device\":\"serial:AN-0001\",\"kind\":\"specimen\","
                        + "\"key\":\"S-000123\",\"results\":[{\"code\":\"mdc:160184\",\"value\":\"2.70\","
                        + "\"unit\":\"mmol/L\"}],\"alertRules\":1}",
                Files.readAllLines(written()).get(0));
    }

    @Test
    void aLineThatIsStillBeingWrittenIsLeftOut() throws Exception {
        Path path = written();
        Files.writeString(path, "{\"event\":\"tak", StandardOpenOption.APPEND);
        assertEquals(ENTRIES, Journal.read(path));
    }

    @Test
    void aDamagedLineIsRefusedWithItsNumber() throws Exception {
        Path path = written();
        Files.writeString(path, "{\"event\":\"taken\",\"at\":\"noon\"}\n", StandardOpenOption.APPEND);
        SimulatorException refusal = assertThrows(SimulatorException.class, () -> Journal.read(path));
        assertTrue(refusal.getMessage().startsWith("SIM-001"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("line " + (ENTRIES.size() + 1)), refusal.getMessage());
    }

    @Test
    void anotherRunsJournalIsNotWrittenOver() throws Exception {
        Path path = written();
        SimulatorException refusal = assertThrows(SimulatorException.class, () -> Journal.create(path));
        assertTrue(refusal.getMessage().startsWith("SIM-002"), refusal.getMessage());
    }

    @Test
    void aDeviceThatNeverCameUpSaidNothing() throws Exception {
        assertEquals(List.of(), Journal.read(directory.resolve("absent.jsonl")));
    }

    private Path written() throws SimulatorException, IOException {
        Path path = directory.resolve("journal.jsonl");
        try (Journal journal = Journal.create(path)) {
            ENTRIES.forEach(journal::write);
        }
        return path;
    }
}
