package io.maimen.simulator.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.ValueMeasured;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueComparisonTest {
    private static final String SATURATION = "mdc:150456";

    @Test
    void everyNumberIsLookedForAsOftenAsItWasMeasured() {
        ValueComparison twice = compare(List.of(owed("98"), owed("98")), stored("98"), stored("98"));
        assertTrue(twice.holds(), twice.findings().toString());
        assertEquals(Map.of("nonin", new ValueComparison.Count(2, 2, 2)), twice.devices());
        assertEquals(
                List.of("nonin missing mdc:150456 98 %, 1 times"),
                compare(List.of(owed("98"), owed("98")), stored("98")).findings());
    }

    @Test
    void aNumberNobodyMeasuredIsFound() {
        ValueComparison more = compare(List.of(owed("98")), stored("98"), stored("12"));
        assertEquals(List.of("nonin made up or doubled mdc:150456 12 %"), more.findings());
        assertFalse(compare(List.of(owed("98")), stored("98"), stored("98")).holds());
    }

    @Test
    void theLastNumbersBeforeTheEndMayBeThereOrNot() {
        assertTrue(compare(List.of(owed("98"), free("97")), stored("98")).holds());
        assertTrue(compare(List.of(owed("98"), free("97")), stored("98"), stored("97"))
                .holds());
    }

    @Test
    void zerosAtTheEndAreTheSameNumber() {
        assertTrue(compare(List.of(owed("36.50")), stored("36.5")).holds());
    }

    @Test
    void samplesOfAWaveformAreCounted() {
        assertTrue(compare(List.of(owed("0.1"), owed("0.2")), stored("sample"), stored("sample"))
                .holds());
        assertEquals(
                List.of("nonin missing mdc:150456 sample %, 1 times"),
                compare(List.of(owed("0.1"), owed("0.2")), stored("sample")).findings());
    }

    @Test
    void aDeviceThatMeasuredNothingIsFound() {
        assertEquals(List.of("nonin measured nothing"), compare(List.of()).findings());
    }

    @Test
    void theMarkOfSimulatedDataMustBeThere() {
        ValueComparison unmarked = compare(List.of(owed("98")), new StoredValue(SATURATION, "98", "%", false));
        assertEquals(List.of("nonin without the mark of simulated data: mdc:150456 98 %"), unmarked.findings());
    }

    private static ValueComparison compare(List<JournalEntry> journals, StoredValue... values) {
        return ValueComparison.of(journals, Map.of("nonin", List.of(values)));
    }

    private static StoredValue stored(String value) {
        return new StoredValue(SATURATION, value, "%", true);
    }

    private static JournalEntry owed(String value) {
        return measured(value, true);
    }

    private static JournalEntry free(String value) {
        return measured(value, false);
    }

    private static JournalEntry measured(String value, boolean owed) {
        return new ValueMeasured(
                Instant.EPOCH, DeviceId.serial("nonin"), ObservationCode.parse(SATURATION), value, "%", owed);
    }
}
