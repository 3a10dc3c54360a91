package io.maimen.driver.openbci;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.DecimalText;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.waveform.Scale;
import io.maimen.observation.FrameField;
import io.maimen.observation.Samples;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * One packet of a Cyton: A0, counter u8, eight samples of 24 signed bits, six auxiliary bytes, C0 to CF; big-endian. Immutable.
 *
 * <p>Source: OpenBCI, "Cyton data format".
 *
 * @param number of the sample, 0 to 255, rising by one a packet
 * @param counts one a channel, -2^23 to 2^23-1; the ends mean that the amplifier is at its rail
 * @param aux the six auxiliary bytes, the first the highest; what they say depends on {@code kind}
 * @param kind the low four bits of the last byte: 0 accelerometer, 1 as the board's program likes, 3 to 6 with time stamps
 */
record CytonPacket(int number, Samples counts, long aux, int kind) {
    static final int LENGTH = 33;
    static final int CHANNELS = 8;
    static final int START = 0xA0;
    static final int HIGHEST = (1 << 23) - 1;

    private static final int END = 0xC0;
    private static final int HIGH_NIBBLE = 0xF0;
    private static final int LOW_NIBBLE = 0x0F;
    private static final int SAMPLE_BYTES = 3;
    private static final int FIRST_SAMPLE = 2;
    private static final int AUX = 26;
    private static final int AUX_BYTES = 6;
    private static final int LAST = 32;
    private static final int AXES = 3;
    private static final int DECIMALS = 4;
    /** 0.002 g in 16 steps. */
    private static final int MICRO_G_A_COUNT = 125;

    private static final int MICRO = 6;

    private static final BigDecimal REFERENCE_MILLIVOLT = new BigDecimal("4500");
    /** At gain 24, 187500 microvolts in steps of a ten-thousandth. */
    private static final long FULL_SCALE_STEPS = 1_875_000_000L;

    /** Of a channel amplified by {@code gain}: 4.5 V / gain / (2^23 - 1) a step. */
    static Scale scale(int gain) {
        BigDecimal millivolts =
                REFERENCE_MILLIVOLT.divide(BigDecimal.valueOf((long) gain * HIGHEST), MathContext.DECIMAL64);
        return new Scale(millivolts, -HIGHEST - 1, HIGHEST);
    }

    /** The packet at the first byte, or why not. */
    static Decoded<CytonPacket> read(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice();
        if (!in.hasRemaining() || Byte.toUnsignedInt(in.get(0)) != START) {
            return Decoded.refused("ECG-110", 0, "packet must begin with A0");
        }
        if (in.limit() < LENGTH) {
            return Decoded.refused("ECG-111", in.limit(), "packet must be 33 bytes but was " + in.limit());
        }
        int last = Byte.toUnsignedInt(in.get(LAST));
        if ((last & HIGH_NIBBLE) != END) {
            return Decoded.refused(
                    "ECG-112", LAST, String.format(Locale.ROOT, "packet must end with C0 to CF but was %02X", last));
        }
        int[] counts = new int[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            counts[channel] = (in.getInt(FIRST_SAMPLE - 1 + channel * SAMPLE_BYTES) << Byte.SIZE) >> Byte.SIZE;
        }
        long aux =
                (Short.toUnsignedLong(in.getShort(AUX)) << Integer.SIZE) | Integer.toUnsignedLong(in.getInt(AUX + 2));
        return new Decoded.Frame<>(
                new CytonPacket(Byte.toUnsignedInt(in.get(1)), Samples.of(counts), aux, last & LOW_NIBBLE));
    }

    /** What it says, field by field; microvolts at gain 24, to a hundredth of a step. */
    List<FrameField> fields() {
        FieldList fields = new FieldList().number("sample number", number, 1, 1);
        for (int channel = 0; channel < CHANNELS; channel++) {
            int at = FIRST_SAMPLE + channel * SAMPLE_BYTES;
            int count = counts.get(channel);
            fields.number("counts", count, at, SAMPLE_BYTES)
                    .add(new FrameField("amplitude", microVolts(count), "uV", at, SAMPLE_BYTES));
        }
        if (kind == 0) {
            for (int axis = 0; axis < AXES; axis++) {
                short count = (short) (aux >> ((AXES - 1 - axis) * Short.SIZE));
                int at = AUX + axis * Short.BYTES;
                fields.number("acceleration counts", count, at, Short.BYTES)
                        .add(new FrameField(
                                "acceleration", DecimalText.of((long) MICRO_G_A_COUNT * count, MICRO), "[g]", at, 2));
            }
        } else {
            fields.text("auxiliary bytes", HexFormat.of().toHexDigits(aux, 2 * AUX_BYTES), AUX, AUX_BYTES);
        }
        return fields.text("stop byte", HexFormat.of().withUpperCase().toHexDigits((byte) (END | kind)), LAST, 1)
                .number("packet type", kind, LAST, 1)
                .fields();
    }

    /** Rounded half to even in whole numbers: decimals of any length cost more than all else in a packet. */
    private static String microVolts(int count) {
        long scaled = FULL_SCALE_STEPS * count;
        long steps = scaled / HIGHEST;
        long twiceLeft = 2 * Math.abs(scaled % HIGHEST);
        boolean up = twiceLeft > HIGHEST || (twiceLeft == HIGHEST && steps % 2 != 0);
        return DecimalText.of(up ? steps + Long.signum(scaled) : steps, DECIMALS);
    }
}
