package io.maimen.driver.scale;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.driver.frame.TimeText;
import io.maimen.observation.FrameField;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;

/**
 * What Mi Body Composition Scale 2 sends under the number of the SIG's Body Composition Measurement (2A9C), in a layout of its
 * own: control, date and time, impedance, weight. Immutable.
 *
 * @param control two bytes, the first in the lower half
 * @param clock as sent; it may be no date at all
 * @param impedance as sent; meaningful only where {@link #impedancePresent()}
 * @param rawWeight hundredths of a pound or a jin, two-hundredths of a kilogram
 */
record XiaomiWeight(int control, Clock clock, int impedance, int rawWeight) {
    static final MessageDecoder<XiaomiWeight> DECODER =
            new MessageDecoder<>("scale.xiaomi", XiaomiWeight::read, XiaomiWeight::fields);
    static final int LENGTH = 13;

    private static final int POUNDS = 1;
    private static final int IMPEDANCE_PRESENT = 1 << 9;
    private static final int STABILISED = 1 << 13;
    private static final int JIN = 1 << 14;
    private static final int REMOVED = 1 << 15;
    private static final BigDecimal TWO_HUNDREDTH = new BigDecimal("0.005");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    /** Date and time by the scale's clock, which has no zone. */
    record Clock(int year, int month, int day, int hour, int minute, int second) {
        /** {@code 2019-01-29 17:53:01}. */
        @Override
        public String toString() {
            return TimeText.of(year, month, day, hour, minute, second);
        }
    }

    /** The notification these bytes are. */
    static Decoded<XiaomiWeight> read(ByteBuffer bytes) {
        if (bytes.limit() != LENGTH) {
            return Decoded.refused("SCA-001", bytes.limit(), "weight must be 13 bytes but was " + bytes.limit());
        }
        ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        Clock clock = new Clock(
                word(in, 2),
                Byte.toUnsignedInt(in.get(4)),
                Byte.toUnsignedInt(in.get(5)),
                Byte.toUnsignedInt(in.get(6)),
                Byte.toUnsignedInt(in.get(7)),
                Byte.toUnsignedInt(in.get(8)));
        return new Decoded.Frame<>(new XiaomiWeight(word(in, 0), clock, word(in, 9), word(in, 11)));
    }

    private static int word(ByteBuffer in, int at) {
        return Short.toUnsignedInt(in.getShort(at));
    }

    boolean impedancePresent() {
        return (control & IMPEDANCE_PRESENT) != 0;
    }

    /** Whether the weight has come to rest: until then it is no measurement. */
    boolean stabilised() {
        return (control & STABILISED) != 0;
    }

    /** Whether the load has left the scale again. */
    boolean removed() {
        return (control & REMOVED) != 0;
    }

    /** What the display shows: {@code kg}, {@code lb} or {@code jin}. */
    String displayUnit() {
        if ((control & POUNDS) != 0) {
            return "lb";
        }
        return (control & JIN) != 0 ? "jin" : "kg";
    }

    /** In kilograms, or in pounds where the display shows them; a jin is half a kilogram, so the same count says both. */
    BigDecimal weight() {
        return BigDecimal.valueOf(rawWeight).multiply(displayUnit().equals("lb") ? HUNDREDTH : TWO_HUNDREDTH);
    }

    /** UCUM: {@code kg} or {@code [lb_av]}. */
    String unit() {
        return displayUnit().equals("lb") ? "[lb_av]" : "kg";
    }

    List<FrameField> fields() {
        return new FieldList()
                .text("control", HexFormat.of().withUpperCase().toHexDigits((short) control), 0, 2)
                .text("unit", displayUnit(), 0, 2)
                .flag("impedance present", impedancePresent(), 1, 1)
                .flag("stabilised", stabilised(), 1, 1)
                .flag("weight removed", removed(), 1, 1)
                .text("time", clock.toString(), 2, 7)
                .number("impedance", impedance, 9, 2)
                .add(new FrameField("weight", weight().toPlainString(), unit(), 11, 2))
                .fields();
    }
}
