package io.maimen.driver.contec;

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

/**
 * One of the records in the memory of a Contec 08A. Two groups, each of a byte that carries upper bits and the bytes it
 * carries them for, as in protocol V7.0: 7 and 5 of them. Pressures in mm[Hg]. Immutable.
 *
 * <p>Nobody has published this layout. It is read out of public captures, where the filler that others pass over is this
 * byte: bit 1 of the first is set in every record with a systolic of 128 or more, which they had to take unmasked.
 */
record CuffRecord(
        int systolic, int diastolic, int pulse, int mean, int year, int month, int day, int hour, int minute) {
    static final int LENGTH = 14;
    static final MessageDecoder<CuffRecord> DECODER =
            new MessageDecoder<>("contec.08a-record", CuffRecord::read, CuffRecord::fields);

    private static final int ON_THE_LINE = 0x80;
    private static final int LOW_BITS = 0x7F;
    private static final int SEVEN = 7;
    private static final int SECOND_GROUP = 8;
    private static final int CENTURY = 2000;
    private static final int FIRST_PLAUSIBLE_YEAR = 2007;

    /** The record at the first byte. */
    static Decoded<CuffRecord> read(ByteBuffer bytes) {
        if (bytes.limit() < LENGTH) {
            return Decoded.refused("OMR-002", bytes.limit(), "record must be 14 bytes but was " + bytes.limit());
        }
        for (int i = 0; i < LENGTH; i++) {
            if ((bytes.get(i) & ON_THE_LINE) == 0) {
                return Decoded.refused("OMR-010", i, "bit 7 of every byte must be set");
            }
        }
        return new Decoded.Frame<>(new CuffRecord(
                (whole(bytes, 0, 0) << Byte.SIZE) | whole(bytes, 0, 1),
                whole(bytes, 0, 2),
                whole(bytes, 0, 3),
                whole(bytes, 0, 4),
                CENTURY + whole(bytes, 0, 5),
                whole(bytes, 0, 6),
                whole(bytes, SECOND_GROUP, 0),
                whole(bytes, SECOND_GROUP, 1),
                whole(bytes, SECOND_GROUP, 2)));
    }

    private static int whole(ByteBuffer bytes, int group, int index) {
        int upper = ((bytes.get(group) >> index) & 1) << SEVEN;
        return (bytes.get(group + 1 + index) & LOW_BITS) | upper;
    }

    /** {@code 2023-05-01 13:09}, as the cuff has it; it may be no date at all. */
    String time() {
        return TimeText.of(year, month, day, hour, minute);
    }

    /** The time at a place; empty when it is no date, or from a clock that was never set. */
    Optional<DeviceTime> deviceTime(ZoneId place) {
        return new CuffTime(year, month, day, hour, minute, 0).deviceTime(place, FIRST_PLAUSIBLE_YEAR);
    }

    List<FrameField> fields() {
        return new FieldList()
                .number("systolic", OptionalInt.of(systolic), UcumUnit.MILLIMETRE_OF_MERCURY, 0, 3)
                .number("diastolic", OptionalInt.of(diastolic), UcumUnit.MILLIMETRE_OF_MERCURY, 3, 1)
                .number("pulse rate", OptionalInt.of(pulse), UcumUnit.PER_MINUTE, 4, 1)
                .number("mean arterial pressure", OptionalInt.of(mean), UcumUnit.MILLIMETRE_OF_MERCURY, 5, 1)
                .text("time", time(), 6, 6)
                .fields();
    }
}
