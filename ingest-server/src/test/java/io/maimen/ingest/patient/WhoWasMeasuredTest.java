package io.maimen.ingest.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.ingest.Measurements;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.fact.AssignmentFact;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.BindingId;
import io.maimen.observation.patient.PatientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WhoWasMeasuredTest {
    private static final Instant NINE = Instant.parse("2025-03-14T09:00:00Z");
    private static final DeviceId CUFF = DeviceId.serial("BP-0001");
    private static final PatientId WANG = new PatientId("p-wang");
    private static final PatientId LI = new PatientId("p-liii");
    private static final PatientId TWIN = new PatientId("p-wangtwin");
    private static final PatientId REAL = new PatientId("p-real");

    /** Wang and Li are simulated, like the test's readings; Wang's twin was merged into Wang; one patient is real. */
    private final WhoWasMeasured who = new WhoWasMeasured(id -> Map.of(
                    WANG, new Register.Entry(WANG, true),
                    LI, new Register.Entry(LI, true),
                    TWIN, new Register.Entry(WANG, true),
                    REAL, new Register.Entry(REAL, false))
            .entrySet()
            .stream()
            .filter(entry -> entry.getKey().equals(id))
            .map(Map.Entry::getValue)
            .findFirst());

    @Test
    void bothSlotsOfOneCuffInterleaveAndGoToTwoPeople() {
        List<AdmittedBinding> household = List.of(slot(1, WANG, 0), slot(2, LI, 0));
        for (int minute = 0; minute < 10; minute++) {
            PatientId expected = minute % 2 == 0 ? WANG : LI;
            Observation reading = reading(Optional.of(1 + minute % 2), Optional.empty(), minute);
            assertEquals(new Owner.Known(expected), who.of(reading, Optional.empty(), household));
        }
    }

    @Test
    void aReadingWithoutASlotIsNobodysWhereOnlySlotsAreBound() {
        assertEquals(
                new Owner.Nobody(Owner.Reason.NO_BINDING),
                who.of(
                        reading(Optional.empty(), Optional.empty(), 1),
                        Optional.empty(),
                        List.of(slot(1, WANG, 0), slot(2, LI, 0))));
    }

    @Test
    void specimenBeatsSlotBeatsDeviceHoweverLateTheOthersBegan() {
        Observation reading = reading(Optional.of(1), Optional.of("S-1"), 30);
        AdmittedBinding device = binding(Optional.empty(), Optional.empty(), LI, 20, Optional.empty());
        AdmittedBinding slot = binding(Optional.of(1), Optional.empty(), WANG, 10, Optional.empty());
        AdmittedBinding specimen = binding(Optional.empty(), Optional.of("S-1"), LI, 0, Optional.empty());

        assertEquals(new Owner.Known(LI), who.of(reading, Optional.empty(), List.of(device)));
        assertEquals(new Owner.Known(WANG), who.of(reading, Optional.empty(), List.of(device, slot)));
        assertEquals(new Owner.Known(LI), who.of(reading, Optional.empty(), List.of(device, slot, specimen)));
    }

    @Test
    void ofTwoSessionsTheOneThatBeganLastSpeaks() {
        List<AdmittedBinding> sessions = List.of(
                binding(Optional.empty(), Optional.empty(), WANG, 0, Optional.empty()),
                binding(Optional.empty(), Optional.empty(), LI, 10, Optional.empty()));
        assertEquals(new Owner.Known(WANG), who.of(at(9), Optional.empty(), sessions));
        assertEquals(new Owner.Known(LI), who.of(at(10), Optional.empty(), sessions));
    }

    @Test
    void theFirstMomentOfASessionIsInAndTheLastIsNot() {
        List<AdmittedBinding> session = List.of(binding(Optional.empty(), Optional.empty(), WANG, 5, Optional.of(10)));
        Owner nobody = new Owner.Nobody(Owner.Reason.NO_BINDING);
        assertEquals(nobody, who.of(at(4), Optional.empty(), session));
        assertEquals(new Owner.Known(WANG), who.of(at(5), Optional.empty(), session));
        assertEquals(new Owner.Known(WANG), who.of(at(9), Optional.empty(), session));
        assertEquals(nobody, who.of(at(10), Optional.empty(), session));
    }

    @Test
    void aPersonsWordAboutOneReadingCountsMoreThanAnyBinding() {
        List<AdmittedBinding> household = List.of(slot(1, WANG, 0));
        Observation reading = reading(Optional.of(1), Optional.empty(), 1);
        assertEquals(
                new Owner.Known(LI), who.of(reading, Optional.of(assigned(reading, Optional.of(LI), 2)), household));
        assertEquals(
                new Owner.Nobody(Owner.Reason.TAKEN_AWAY),
                who.of(reading, Optional.of(assigned(reading, Optional.empty(), 2)), household));
    }

    @Test
    void whatIsADuplicatesIsTheKeptPatients() {
        assertEquals(
                new Owner.Known(WANG),
                who.of(reading(Optional.of(1), Optional.empty(), 1), Optional.empty(), List.of(slot(1, TWIN, 0))));
    }

    @Test
    void aSimulatedReadingNeverReachesARealPatient() {
        Observation reading = reading(Optional.of(1), Optional.empty(), 1);
        Owner nobody = new Owner.Nobody(Owner.Reason.SIMULATED_MISMATCH);
        assertEquals(nobody, who.of(reading, Optional.empty(), List.of(slot(1, REAL, 0))));
        assertEquals(nobody, who.of(reading, Optional.of(assigned(reading, Optional.of(REAL), 2)), List.of()));
    }

    @Test
    void aReadingOfAPatientNobodyEnteredWaits() {
        assertEquals(
                new Owner.Nobody(Owner.Reason.UNKNOWN_PATIENT),
                who.of(
                        reading(Optional.of(1), Optional.empty(), 1),
                        Optional.empty(),
                        List.of(slot(1, new PatientId("p-unknown"), 0))));
    }

    /** Tellings of bindings (again, with an end, without) and assignments, in two orders: one answer for each reading. */
    @Property(tries = 500)
    void anyOrderOfArrivalGivesTheSameAnswer(
            @ForAll("tellings") List<AdmittedBinding> tellings,
            @ForAll("assignments") List<AssignmentFact> assignments,
            @ForAll Random random) {
        List<AdmittedBinding> shuffled = new ArrayList<>(tellings);
        Collections.shuffle(shuffled, random);
        List<AssignmentFact> otherOrder = new ArrayList<>(assignments);
        Collections.shuffle(otherOrder, random);
        for (int minute = 0; minute < 20; minute++) {
            Observation reading = reading(Optional.of(1 + minute % 2), Optional.empty(), minute);
            assertEquals(
                    who.of(reading, last(assignments, reading), told(tellings)),
                    who.of(reading, last(otherOrder, reading), told(shuffled)));
        }
    }

    @Provide
    Arbitrary<List<AdmittedBinding>> tellings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 10).optional(),
                        Arbitraries.integers().between(0, 3))
                .as((id, length, admitted) -> {
                    AdmittedBinding open = binding(
                            id % 3 == 0 ? Optional.empty() : Optional.of(id % 3),
                            Optional.empty(),
                            id % 2 == 0 ? WANG : LI,
                            id,
                            length.map(minutes -> id + minutes));
                    return new AdmittedBinding(open.binding(), NINE.plusSeconds(admitted));
                })
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<AssignmentFact>> assignments() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 19),
                        Arbitraries.of(WANG, LI, TWIN).optional(),
                        Arbitraries.integers().between(0, 3))
                .as((minute, to, admitted) ->
                        assigned(reading(Optional.of(1 + minute % 2), Optional.empty(), minute), to, admitted))
                .list()
                .ofMaxSize(12);
    }

    private static Collection<AdmittedBinding> told(List<AdmittedBinding> tellings) {
        Map<BindingId, AdmittedBinding> byId = new HashMap<>();
        tellings.forEach(telling -> byId.merge(telling.binding().id(), telling, AdmittedBinding::and));
        return byId.values();
    }

    private static Optional<AssignmentFact> last(List<AssignmentFact> assignments, Observation reading) {
        return assignments.stream()
                .filter(fact -> fact.observation().equals(reading.id()))
                .reduce(WhoWasMeasured::later);
    }

    private static AssignmentFact assigned(Observation reading, Optional<PatientId> to, int second) {
        return new AssignmentFact(reading.id(), to, "dr-chen", "wrong sleeve", NINE.plusSeconds(second));
    }

    private static AdmittedBinding slot(int slot, PatientId patient, int fromMinute) {
        return binding(Optional.of(slot), Optional.empty(), patient, fromMinute, Optional.empty());
    }

    private static AdmittedBinding binding(
            Optional<Integer> slot,
            Optional<String> specimen,
            PatientId patient,
            int fromMinute,
            Optional<Integer> toMinute) {
        return new AdmittedBinding(
                new Binding(
                        new BindingId(String.format("%032x", fromMinute)),
                        CUFF,
                        slot.map(UserSlot::new),
                        specimen.map(SpecimenId::new),
                        minute(fromMinute),
                        toMinute.map(WhoWasMeasuredTest::minute),
                        patient,
                        Binding.Basis.SLOT_MAP,
                        "dr-chen"),
                NINE);
    }

    private static Observation at(int minute) {
        return reading(Optional.empty(), Optional.empty(), minute);
    }

    private static Observation reading(Optional<Integer> slot, Optional<String> specimen, int minute) {
        return Measurements.observation(
                new MeasurementSource(CUFF, slot.map(UserSlot::new), specimen.map(SpecimenId::new)),
                Nomenclature.PULSE_RATE_CUFF,
                NumericValue.exact(new Quantity(BigDecimal.valueOf(60 + minute), UcumUnit.PER_MINUTE)),
                minute(minute),
                "pulse");
    }

    private static Instant minute(int minute) {
        return NINE.plusSeconds(60L * minute);
    }
}
