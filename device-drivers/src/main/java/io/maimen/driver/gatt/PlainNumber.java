package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.driver.FrameDecoder;
import java.util.List;

/** Decoders of values that are one thing alone: a number, a date. Stateless. */
final class PlainNumber {
    private static final int FLOAT_LENGTH = 4;

    static final FrameDecoder SFLOAT = new CharacteristicDecoder<>("ieee11073.sfloat", in -> {
        Sfloat value = in.sfloat("value", "");
        return in.whole(value);
    });

    static final FrameDecoder FLOAT = new CharacteristicDecoder<>("ieee11073.float", in -> {
        MedicalFloat value = new MedicalFloat(in.int32());
        in.note("value", value.text(), "", FLOAT_LENGTH);
        return in.whole(value);
    });

    static final FrameDecoder DATE_TIME = new CharacteristicDecoder<>(
            "date-time",
            in -> in.left() == DateTime.LENGTH
                    ? in.whole(in.dateTime("date time"))
                    : Decoded.refused(
                            "GATT-008", 0, "date time must be " + DateTime.LENGTH + " bytes but was " + in.left()));

    static final List<FrameDecoder> ALL = List.of(SFLOAT, FLOAT, DATE_TIME, BatteryLevel.DECODER);

    private PlainNumber() {}
}
