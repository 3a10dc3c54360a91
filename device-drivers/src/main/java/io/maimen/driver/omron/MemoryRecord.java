package io.maimen.driver.omron;

import io.maimen.driver.frame.FieldList;
import io.maimen.driver.reading.CuffTime;
import io.maimen.observation.FrameField;
import io.maimen.observation.code.UcumUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One record of a cuff's memory. Immutable.
 *
 * @param systolic in mm[Hg], 25 to 250
 * @param diastolic in mm[Hg]
 * @param pulse per minute
 * @param movement whether the body moved
 * @param irregular whether the pulse was irregular
 * @param cuffRight whether the cuff sat well; empty where the model does not say
 */
record MemoryRecord(
        RecordLayout layout,
        int systolic,
        int diastolic,
        int pulse,
        CuffTime time,
        boolean movement,
        boolean irregular,
        Optional<Boolean> cuffRight) {

    /** A diastolic above the systolic is a sign that the model packs its records otherwise. */
    boolean plausible() {
        return diastolic < systolic;
    }

    List<FrameField> fields() {
        boolean little = layout == RecordLayout.LITTLE_ENDIAN;
        // The flags are bits 15 and 14 of the word at 4, whose upper byte comes last in one layout and first in the
        // other.
        int flags = little ? 5 : 4;
        // Month and day reach into the word at 4; minute and second have the one at 6.
        int timeAt = little ? 3 : 2;
        FieldList fields = new FieldList()
                .number("systolic", OptionalInt.of(systolic), UcumUnit.MILLIMETRE_OF_MERCURY, little ? 0 : 1, 1)
                .number("diastolic", OptionalInt.of(diastolic), UcumUnit.MILLIMETRE_OF_MERCURY, little ? 1 : 0, 1)
                .number("pulse rate", OptionalInt.of(pulse), UcumUnit.PER_MINUTE, little ? 2 : 3, 1)
                .text("time", time.toString(), timeAt, 8 - timeAt)
                .flag("movement", movement, flags, 1)
                .flag("irregular heartbeat", irregular, flags, 1);
        cuffRight.ifPresent(right -> fields.flag("cuff ok", right, 7, 1));
        return fields.fields();
    }
}
