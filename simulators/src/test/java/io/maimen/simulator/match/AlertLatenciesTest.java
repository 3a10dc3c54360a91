package io.maimen.simulator.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.Completed;
import io.maimen.simulator.journal.JournalEntry.Kind;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import io.maimen.simulator.journal.JournalEntry.SpecimenOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import io.maimen.simulator.match.AlertLatencies.Alert;
import io.maimen.simulator.match.AlertLatencies.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertLatenciesTest {
    private static final Instant AT = Instant.parse("2026-03-04T00:15:00Z");
    private static final DeviceId ANALYSER = DeviceId.serial("AN-0001");

    @Test
    void aFrameSentAgainCountsFromItsFirstSending() {
        List<JournalEntry> journal =
                List.of(new Completed(AT, ANALYSER, "S-1"), new Completed(AT.plusMillis(900), ANALYSER, "S-1"));
        assertEquals(
                new AlertLatencies(List.of(alert(1_000))),
                AlertLatencies.of(journal, Map.of(Subject.specimen(ANALYSER, "S-1"), AT.plusSeconds(1))));
    }

    @Test
    void percentilesAreOfTheNearestRank() {
        AlertLatencies latencies = new AlertLatencies(IntStream.rangeClosed(1, 200)
                .map(i -> 201 - i)
                .mapToObj(AlertLatenciesTest::alert)
                .toList());
        assertEquals(100, latencies.percentileMs(50));
        assertEquals(198, latencies.percentileMs(99));
        assertEquals(0, new AlertLatencies(List.of()).percentileMs(99));
    }

    @Test
    void anAlertThatNeverCameIsMissed() {
        List<JournalEntry> journal = List.of(
                new SpecimenOffered(AT, ANALYSER, "S-1", List.of(), 1),
                new Taken(AT, ANALYSER, Kind.SPECIMEN, "S-1"),
                new SpecimenOffered(AT, ANALYSER, "S-2", List.of(), 0),
                new Taken(AT, ANALYSER, Kind.SPECIMEN, "S-2"),
                new SpecimenOffered(AT, ANALYSER, "S-3", List.of(), 1));
        Subject first = Subject.specimen(ANALYSER, "S-1");
        assertEquals(Set.of(first), AlertLatencies.missing(journal, Set.of()));
        assertEquals(Set.of(), AlertLatencies.missing(journal, Set.of(first)));
    }

    @Test
    void aPatientInCrisisNeedsAnAlertHoweverManyReadingsSayIt() {
        DeviceId cuff = DeviceId.serial("BP-0001");
        List<JournalEntry> journal = List.of(
                new PressureOffered(AT, cuff, "1/7", Optional.of(1), Optional.of("p-chen"), List.of(), 1),
                new Taken(AT, cuff, Kind.BLOOD_PRESSURE, "1/7"),
                new PressureOffered(AT, cuff, "2/9", Optional.of(2), Optional.of("p-wang"), List.of(), 1));
        assertEquals(Set.of(Subject.patient("p-chen")), AlertLatencies.missing(journal, Set.of()));
        assertEquals(Set.of(), AlertLatencies.missing(journal, Set.of(Subject.patient("p-chen"))));
    }

    private static Alert alert(int latencyMs) {
        return new Alert(Subject.specimen(ANALYSER, "S-1"), AT, Duration.ofMillis(latencyMs));
    }
}
