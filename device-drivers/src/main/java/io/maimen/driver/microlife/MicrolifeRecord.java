package io.maimen.driver.microlife;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.driver.frame.TimeText;
import io.maimen.driver.reading.CuffTime;
import io.maimen.observation.FrameField;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.time.DeviceTime;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A blood pressure in the cuff's memory: ten bytes, of which the last two are not understood. Immutable. */
record MicrolifeRecord(int systolic, int diastolic, int pulse, int year, int month, int day, int hour, int minute) {
    static final int LENGTH = 10;
    static final MessageDecoder<MicrolifeRecord> DECODER =
            new MessageDecoder<>("microlife.record", MicrolifeRecord::read, MicrolifeRecord::fields);

    private static final int CENTURY = 2000;
    /** Before Bluetooth Low Energy there was none of these cuffs: an earlier clock was never set. */
    private static final int FIRST_PLAUSIBLE_YEAR = 2011;

    /** The record at the first byte; zeros are a slot that was never written. */
    static Decoded<MicrolifeRecord> read(ByteBuffer bytes) {
        if (bytes.limit() < LENGTH) {
            return Decoded.refused("OMR-002", bytes.limit(), "record must be 10 bytes but was " + bytes.limit());
        }
        boolean empty = true;
        for (int i = 0; i < LENGTH; i++) {
            empty &= bytes.get(i) == 0;
        }
        return empty
                ? Decoded.refused("OMR-005", 0, "slot is empty: all its bytes are 0")
                : new Decoded.Frame<>(new MicrolifeRecord(
                        at(bytes, 0),
                        at(bytes, 1),
                        at(bytes, 2),
                        CENTURY + at(bytes, 3),
                        at(bytes, 4),
                        at(bytes, 5),
                        at(bytes, 6),
                        at(bytes, 7)));
    }

    private static int at(ByteBuffer bytes, int index) {
        return Byte.toUnsignedInt(bytes.get(index));
    }

    /** No heart has it otherwise; a frame that lost a piece has. */
    boolean plausible() {
        return diastolic < systolic;
    }

    /** {@code 2024-06-15 14:30}, as the cuff has it; it may be no date at all. */
    String time() {
        return TimeText.of(year, month, day, hour, minute);
    }

    /** The time at a place; empty when it is no date, or from a clock that was never set. */
    Optional<DeviceTime> deviceTime(ZoneId place) {
        return new CuffTime(year, month, day, hour, minute, 0).deviceTime(place, FIRST_PLAUSIBLE_YEAR);
    }

    List<FrameField> fields() {
        return new FieldList()
                .number("systolic", OptionalInt.of(systolic), UcumUnit.MILLIMETRE_OF_MERCURY, 0, 1)
                .number("diastolic", OptionalInt.of(diastolic), UcumUnit.MILLIMETRE_OF_MERCURY, 1, 1)
                .number("pulse rate", OptionalInt.of(pulse), UcumUnit.PER_MINUTE, 2, 1)
                .text("time", time(), 3, 5)
                .fields();
    }
}
