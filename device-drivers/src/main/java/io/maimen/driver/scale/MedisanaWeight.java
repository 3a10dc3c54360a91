package io.maimen.driver.scale;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.driver.frame.TimeText;
import io.maimen.observation.FrameField;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What Medisana BS440 and BS444 indicate for a weighing (8A21): flags, weight as IEEE 11073 FLOAT, seconds since 2010, an
 * impedance, the user. Immutable.
 *
 * @param weight in kilograms; empty where the scale says that it is no number
 * @param seconds since the midnight that began 2010, by the scale's clock, 0 to 2^32-1
 * @param user as the scale numbers them
 */
record MedisanaWeight(int flags, Optional<BigDecimal> weight, long seconds, int user) {
    static final MessageDecoder<MedisanaWeight> DECODER =
            new MessageDecoder<>("scale.medisana", MedisanaWeight::read, MedisanaWeight::fields);

    private static final int SHORTEST = 14;
    private static final int USER = 13;
    private static final int MANTISSA_BITS = 24;
    private static final int GREATEST_MANTISSA = 0x7FFFFD;
    static final LocalDateTime EPOCH = LocalDateTime.of(2010, 1, 1, 0, 0);

    /** The indication these bytes are. */
    static Decoded<MedisanaWeight> read(ByteBuffer bytes) {
        if (bytes.limit() < SHORTEST) {
            return Decoded.refused(
                    "SCA-001", bytes.limit(), "weighing must be 14 bytes or more but was " + bytes.limit());
        }
        ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        return new Decoded.Frame<>(new MedisanaWeight(
                Byte.toUnsignedInt(in.get(0)),
                number(in.getInt(1)),
                Integer.toUnsignedLong(in.getInt(5)),
                Byte.toUnsignedInt(in.get(USER))));
    }

    /** Mantissas beyond the greatest are the words for NaN, the infinities and the like. */
    private static Optional<BigDecimal> number(int word) {
        int mantissa = word << Byte.SIZE >> Byte.SIZE;
        BigDecimal number = BigDecimal.valueOf(mantissa, -(word >> MANTISSA_BITS));
        return Math.abs(mantissa) > GREATEST_MANTISSA ? Optional.empty() : Optional.of(number);
    }

    /** By the scale's clock, which has no zone. */
    LocalDateTime time() {
        return EPOCH.plusSeconds(seconds);
    }

    private static String text(LocalDateTime time) {
        return TimeText.of(
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    List<FrameField> fields() {
        FieldList fields =
                new FieldList().text("flags", HexFormat.of().withUpperCase().toHexDigits((byte) flags), 0, 1);
        weight.ifPresent(kilograms -> fields.add(new FrameField("weight", kilograms.toPlainString(), "kg", 1, 4)));
        return fields.text("seconds since 2010", Long.toString(seconds), 5, 4)
                .text("time", text(time()), 5, 4)
                .number("user", user, USER, 1)
                .fields();
    }
}
