package io.maimen.simulator.device.cuff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.device.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CuffReadingsTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.500Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void theSameSeedGivesTheSameReadings() {
        assertEquals(readings(7, 0.1, List.of("p-aaa", "p-bbb"), 50), readings(7, 0.1, List.of("p-aaa", "p-bbb"), 50));
    }

    @Test
    void bothSlotsInterleaveAndEachReadingKnowsWhoSatThere() {
        List<CuffReading> readings = readings(1, 0, List.of("p-aaa", "p-bbb"), 20);
        Set<String> sitters = new HashSet<>();
        readings.forEach(reading -> sitters.add(reading.sitter().subject().orElseThrow() + "@"
                + reading.sitter().slot().orElseThrow().number()));
        assertEquals(Set.of("p-aaa@1", "p-bbb@2"), sitters);
    }

    @Test
    void aCrisisIsMeasuredAgainAfterARestAndNothingBetween() {
        CuffReadings cuff = new CuffReadings(
                Sitter.of(List.of("p-aaa"), true), 1, new CuffReadings.Crises(0, Set.of(2), SECOND.multipliedBy(65)));
        assertTrue(cuff.next(NOON).orElseThrow().systolicMmHg() < 135);
        CuffReading first = cuff.next(NOON.plusSeconds(10)).orElseThrow();
        assertTrue(first.systolicMmHg() >= 180 && first.diastolicMmHg() >= 110, first.toString());
        assertEquals(1, first.alertRules());
        assertTrue(cuff.next(NOON.plusSeconds(20)).isEmpty(), "who is in crisis rests");
        CuffReading second = cuff.next(NOON.plusSeconds(80)).orElseThrow();
        assertTrue(second.systolicMmHg() >= 180, second.toString());
        assertEquals(0, second.alertRules());
        assertTrue(cuff.next(NOON.plusSeconds(90)).orElseThrow().systolicMmHg() < 135);
    }

    @Test
    void noTwoReadingsShareATimeOfTheCuffsClock() {
        CuffReadings cuff =
                new CuffReadings(Sitter.of(List.of(), false), 1, new CuffReadings.Crises(0, Set.of(), SECOND));
        assertEquals("-/1772625600", cuff.next(NOON).orElseThrow().key());
        assertEquals("-/1772625601", cuff.next(NOON).orElseThrow().key());
    }

    @Test
    void theJournalSaysWhatAReaderOfTheServerFinds() {
        CuffReading reading =
                new CuffReading(NOON, Sitter.of(List.of("p-aaa"), true).get(0), 120, 80, 93, 70, 0);
        var offered = reading.offered(NOON, DeviceId.serial("CP-0001"));
        assertEquals(
                List.of("mdc:150021 120 mm[Hg]", "mdc:150022 80 mm[Hg]", "mdc:150023 93 mm[Hg]", "mdc:149546 70 /min"),
                offered.results().stream()
                        .map(result -> result.code() + " " + result.value() + " " + result.unit())
                        .toList());
        assertEquals("1/1772625600", offered.key());
    }

    private static List<CuffReading> readings(long seed, double share, List<String> subjects, int count) {
        CuffReadings cuff = new CuffReadings(
                Sitter.of(subjects, true), seed, new CuffReadings.Crises(share, Set.of(), Duration.ofSeconds(65)));
        List<CuffReading> readings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cuff.next(NOON.plusSeconds(10L * i)).ifPresent(readings::add);
        }
        return readings;
    }
}
