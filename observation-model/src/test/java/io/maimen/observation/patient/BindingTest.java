package io.maimen.observation.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.MeasurementSource;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindingTest {
    private static final Instant NINE = Instant.parse("2025-03-14T09:00:00Z");
    private static final DeviceId CUFF = DeviceId.serial("BP-0001");
    private static final Binding SLOT_TWO =
            binding(CUFF, Optional.of(new UserSlot(2)), Optional.empty()).until(NINE.plusSeconds(600));

    @Test
    void theFirstMomentOfTheIntervalIsInAndTheLastIsNot() {
        MeasurementSource slotTwo = new MeasurementSource(CUFF, Optional.of(new UserSlot(2)), Optional.empty());

        assertTrue(SLOT_TWO.covers(slotTwo, NINE));
        assertFalse(SLOT_TWO.covers(slotTwo, NINE.minusNanos(1_000)));
        assertTrue(SLOT_TWO.covers(slotTwo, NINE.plusSeconds(600).minusNanos(1_000)));
        assertFalse(SLOT_TWO.covers(slotTwo, NINE.plusSeconds(600)));
    }

    @Test
    void aSlotsBindingSaysNothingOfTheOtherSlotNorOfReadingsWithoutOne() {
        assertFalse(SLOT_TWO.covers(new MeasurementSource(CUFF, Optional.of(new UserSlot(1)), Optional.empty()), NINE));
        assertFalse(SLOT_TWO.covers(MeasurementSource.of(CUFF), NINE));
    }

    @Test
    void aDevicesBindingSpeaksOfEverySlotAndSpecimenUntilItHasAnEnd() {
        Binding device = binding(CUFF, Optional.empty(), Optional.empty());
        MeasurementSource any =
                new MeasurementSource(CUFF, Optional.of(new UserSlot(1)), Optional.of(new SpecimenId("S-1")));

        assertTrue(device.covers(any, NINE.plusSeconds(1_000_000)));
        assertFalse(device.until(NINE).covers(any, NINE), "a binding of no length speaks of nothing");
        assertFalse(device.covers(MeasurementSource.of(DeviceId.serial("BP-0002")), NINE));
    }

    @Test
    void aBindingThatEndsBeforeItBeginsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SLOT_TWO.until(NINE.minusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"p-abc", "abcdef", "p-ABCDEF", "p-", "p-王小明明", "p-12345678901234567890123456789012345678901"})
    void aPatientsIdSaysNothingAndHasOneForm(String id) {
        assertThrows(IllegalArgumentException.class, () -> new PatientId(id));
        assertEquals("p-7f3k9q2m", new PatientId("p-7f3k9q2m").toString());
    }

    private static Binding binding(DeviceId device, Optional<UserSlot> slot, Optional<SpecimenId> specimen) {
        return new Binding(
                new BindingId("0".repeat(32)),
                device,
                slot,
                specimen,
                NINE,
                Optional.empty(),
                new PatientId("p-wang01"),
                Binding.Basis.SLOT_MAP,
                "wang");
    }
}
