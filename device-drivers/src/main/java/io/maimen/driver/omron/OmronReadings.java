package io.maimen.driver.omron;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.reading.CuffReading;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.FrameField;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.UserSlot;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Says what an answer about a slot means: a blood pressure of its user, an empty slot, or a layout that is not the model's. */
record OmronReadings(Memory memory, Origin origin, Unstored unstored) {
    /** Where the record begins in the answer. */
    private static final int RECORD = 6;
    /** Of these models. */
    private static final int FIRST_YEAR = 2007;

    List<DriverAction> of(MemoryFrame answer, int slot, RawFrame frame) {
        Decoded<MemoryRecord> decoded = memory.layout().read(answer.data().asBuffer());
        if (!(decoded instanceof Decoded.Frame<MemoryRecord> read)) {
            return List.of(); // never written: nothing is lost by passing it over
        }
        MemoryRecord record = read.frame();
        if (!record.plausible()) {
            return List.of(new Reject(
                    new DecodeError(
                            "OMR-011",
                            RECORD,
                            "diastolic must be below systolic but was " + record.diastolic() + " to "
                                    + record.systolic() + "; is the layout the model's?"),
                    frame));
        }
        CuffReading reading = new CuffReading(
                record.systolic(),
                record.diastolic(),
                OptionalInt.empty(),
                record.pulse(),
                record.time().deviceTime(origin.context().place(), FIRST_YEAR),
                Optional.of(new UserSlot(memory.user(slot))),
                doubts(record));
        List<FrameField> fields = record.fields().stream()
                .map(field -> new FrameField(
                        field.name(), field.value(), field.unit(), field.offset() + RECORD, field.length()))
                .toList();
        RawFrame shown = new RawFrame(frame.bytes(), frame.receivedAt(), fields);
        return List.of(unstored.store(shown, reading.observations(origin, shown, unstored.number())));
    }

    private static Set<MeasurementStatus> doubts(MemoryRecord record) {
        Set<MeasurementStatus> doubts = EnumSet.noneOf(MeasurementStatus.class);
        if (record.movement()) {
            doubts.add(MeasurementStatus.BODY_MOVEMENT);
        }
        if (record.irregular()) {
            doubts.add(MeasurementStatus.IRREGULAR_PULSE);
        }
        if (!record.cuffRight().orElse(true)) {
            doubts.add(MeasurementStatus.CUFF_LOOSE);
        }
        return doubts;
    }
}
