package io.maimen.simulator.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.SampleGap;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.BlockOffered;
import io.maimen.simulator.journal.JournalEntry.Indicated;
import io.maimen.simulator.journal.JournalEntry.Kind;
import io.maimen.simulator.journal.JournalEntry.OfferedResult;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import io.maimen.simulator.journal.JournalEntry.SpecimenOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two specimens and a block, all taken; then one thing is wrong with what is stored. */
class ComparisonTest {
    private static final Instant AT = Instant.parse("2026-03-04T00:15:00Z");
    private static final DeviceId ANALYSER = DeviceId.serial("AN-0001");
    private static final DeviceId PATCH = DeviceId.serial("ECG-0001");
    private static final DeviceId CUFF = DeviceId.serial("BP-0001");
    private static final String SHA256 = "ab".repeat(32);

    private final List<JournalEntry> journal = new ArrayList<>(List.of(
            specimen("S-1", "5.6", "4.1"),
            new Taken(AT, ANALYSER, Kind.SPECIMEN, "S-1"),
            specimen("S-2", "2.7", "6.4"),
            new Taken(AT, ANALYSER, Kind.SPECIMEN, "S-2"),
            new BlockOffered(AT, PATCH, "7/0", 0, 250, List.of(), SHA256),
            new Taken(AT, PATCH, Kind.BLOCK, "7/0")));
    private final List<Content> stored = new ArrayList<>(List.of(
            glucose("S-1", "5.6"),
            potassium("S-1", "4.1"),
            glucose("S-2", "2.7"),
            potassium("S-2", "6.4"),
            Content.block(PATCH, "7/0", 0, 250, List.of(), SHA256, true)));

    @Test
    void everythingStoredOnceHolds() {
        assertEquals(new Tally(3, 3, 3, 0, 0, 0, 0, 0), total());
        assertTrue(total().holds());
        assertEquals(List.of(), compared().findings());
    }

    @Test
    void aMissingResultLosesItsSpecimen() {
        stored.remove(potassium("S-2", "6.4"));
        assertEquals(new Tally(3, 3, 2, 1, 0, 0, 0, 0), total());
        assertFalse(total().holds());
    }

    @Test
    void aMissingBlockIsLost() {
        stored.remove(stored.size() - 1);
        assertEquals(new Tally(3, 3, 2, 1, 0, 0, 0, 0), total());
    }

    @Test
    void aResultStoredTwiceDuplicatesItsSpecimen() {
        stored.add(glucose("S-1", "5.6"));
        assertEquals(new Tally(3, 3, 3, 0, 1, 0, 0, 0), total());
        assertFalse(total().holds());
    }

    @Test
    void aBlockStoredTwiceIsDuplicated() {
        stored.add(stored.get(stored.size() - 1));
        assertEquals(new Tally(3, 3, 3, 0, 1, 0, 0, 0), total());
    }

    @Test
    void aSpecimenThatNobodySentIsFabricated() {
        stored.add(glucose("S-3", "5.6"));
        assertEquals(new Tally(3, 3, 3, 0, 0, 1, 0, 0), total());
        assertFalse(total().holds());
    }

    @Test
    void aChangedValueIsLostAndFabricated() {
        stored.set(0, glucose("S-1", "5.60"));
        assertEquals(new Tally(3, 3, 2, 1, 0, 1, 0, 0), total());
    }

    @Test
    void changedSamplesAreLostAndFabricated() {
        stored.set(4, Content.block(PATCH, "7/0", 0, 250, List.of(), "cd".repeat(32), true));
        assertEquals(new Tally(3, 3, 2, 1, 0, 1, 0, 0), total());
    }

    @Test
    void aGapThatIsGoneWasFilledWithSomething() {
        journal.set(4, new BlockOffered(AT, PATCH, "7/0", 0, 250, List.of(new SampleGap(62, 188)), SHA256));
        assertEquals(new Tally(3, 3, 2, 1, 0, 1, 0, 0), total());
    }

    @Test
    void aLostMarkOfSimulationIsFabrication() {
        stored.set(0, Content.result(ANALYSER, "S-1", "mdc:160184", "5.6", "mmol/L", false));
        assertEquals(new Tally(3, 3, 2, 1, 0, 1, 0, 0), total());
    }

    @Test
    void whatWasOfferedAndNotTakenMayBeStoredOrNot() {
        journal.remove(new Taken(AT, ANALYSER, Kind.SPECIMEN, "S-2"));
        assertEquals(new Tally(3, 2, 3, 0, 0, 0, 0, 0), total());
        stored.remove(glucose("S-2", "2.7"));
        stored.remove(potassium("S-2", "6.4"));
        assertEquals(new Tally(3, 2, 2, 0, 0, 0, 0, 0), total());
    }

    @Test
    void theSameSpecimenNumberAtTwoAnalysersIsTwoSpecimens() {
        DeviceId other = DeviceId.serial("AN-0002");
        journal.add(new SpecimenOffered(AT, other, "S-1", List.of(), 0));
        journal.add(new Taken(AT, other, Kind.SPECIMEN, "S-1"));
        assertEquals(new Tally(1, 1, 1, 0, 0, 0, 0, 0), compared().devices().get("serial:AN-0002"));
    }

    @Test
    void aPressureUnderAnotherPatientThanWhoWoreTheCuffIsWrong() {
        journal.add(pressure());
        journal.add(new Taken(AT, CUFF, Kind.BLOOD_PRESSURE, "1/7"));
        assertEquals(new Tally(1, 1, 1, 0, 0, 0, 0, 0), cuff(Optional.of("p-chen")));
        assertEquals(new Tally(1, 1, 1, 0, 0, 0, 0, 0), cuff(Optional.empty()));
        assertEquals(new Tally(1, 1, 1, 0, 0, 0, 1, 0), cuff(Optional.of("p-wang")));
    }

    @Test
    void whatOnlyTheTransportWasToldAndIsNotThereFellIntoItsWindow() {
        journal.add(pressure());
        journal.add(new Indicated(AT, CUFF, Kind.BLOOD_PRESSURE, "1/7"));
        assertEquals(new Tally(1, 0, 0, 0, 0, 0, 0, 1), compared().devices().get(CUFF.toString()));
        assertEquals(new Tally(1, 0, 1, 0, 0, 0, 0, 0), cuff(Optional.empty()));
    }

    private static PressureOffered pressure() {
        OfferedResult systolic = new OfferedResult(ObservationCode.parse("mdc:150021"), "182", "mm[Hg]");
        return new PressureOffered(AT, CUFF, "1/7", Optional.of(1), Optional.of("p-chen"), List.of(systolic), 1);
    }

    /** What becomes of the pressure when the server has it under this patient. */
    private Tally cuff(Optional<String> patient) {
        Content content = Content.result(CUFF, "1/7", "mdc:150021", "182", "mm[Hg]", true);
        return Comparison.of(journal, List.of(new Stored(content, patient)))
                .devices()
                .get(CUFF.toString());
    }

    @Test
    void aRunInWhichNothingWasTakenProvesNothing() {
        assertFalse(Comparison.of(List.of(), List.of()).total().holds());
    }

    private Tally total() {
        return compared().total();
    }

    private Comparison compared() {
        return Comparison.of(journal, stored.stream().map(Stored::nobodys).toList());
    }

    private static SpecimenOffered specimen(String key, String glucose, String potassium) {
        return new SpecimenOffered(
                AT,
                ANALYSER,
                key,
                List.of(
                        new OfferedResult(Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, glucose, "mmol/L"),
                        new OfferedResult(Nomenclature.POTASSIUM_BLOOD, potassium, "mmol/L")),
                0);
    }

    private static Content glucose(String specimen, String value) {
        return Content.result(ANALYSER, specimen, "mdc:160184", value, "mmol/L", true);
    }

    private static Content potassium(String specimen, String value) {
        return Content.result(ANALYSER, specimen, "loinc:6298-4", value, "mmol/L", true);
    }
}
