package io.maimen.driver.bitalino;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.waveform.Scale;
import io.maimen.observation.FrameField;
import io.maimen.observation.Samples;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One frame of a BITalino, written from its end: sequence and CRC-4 in the last byte, the digital lines in the high half of
 * the byte before, then the analog channels, the first four of 10 bits and the last two of 6. Immutable.
 *
 * <p>Source: BITalino (r)evolution, "Frame layout".
 *
 * @param sequence 0 to 15, rising by one a frame
 * @param digital bits 3 to 0: I1, I2, O1, O2
 * @param analog channels A1 to An; a frame of 8 bytes is that of 6 channels, of which the sixth is 0 where 5 are acquired
 */
record BitalinoFrame(int sequence, int digital, Samples analog) {
    static final int MOST_CHANNELS = 6;

    /** Bytes of a frame of 1 to 6 channels. */
    private static final int[] LENGTHS = {3, 4, 6, 7, 8, 8};

    private static final BigDecimal SUPPLY_MILLIVOLT = new BigDecimal("3300");
    private static final int GAIN = 1100;
    private static final int LOW_NIBBLE = 0x0F;
    private static final int NIBBLE = 4;
    /** x^4 + x + 1 without its highest term. */
    private static final int POLYNOMIAL = 0x03;

    private static final int CRC_CARRY = 0x10;
    /** I1, I2, O1, O2. */
    private static final int LINES = 4;

    private static final int SEQUENCE_SHIFT = 60;
    private static final int DIGITAL_SHIFT = 52;
    private static final int[] ANALOG_SHIFTS = {42, 32, 22, 12, 6, 0};
    private static final int FIRST_SHORT_CHANNEL = 4;

    /** Bytes of a frame of {@code channels}, 1 to 6. */
    static int length(int channels) {
        return LENGTHS[channels - 1];
    }

    /** The most channels a frame of {@code length} bytes holds; 0 where there is no such frame. */
    static int channels(int length) {
        int channels = MOST_CHANNELS;
        while (channels > 0 && length(channels) != length) {
            channels--;
        }
        return channels;
    }

    /** Of the ECG sensor on channel A1 (0) to A6 (5): 3.3 V over all steps, amplified 1100 times. */
    static Scale scale(int channel) {
        int steps = 1 << bits(channel);
        BigDecimal millivolts = SUPPLY_MILLIVOLT.divide(BigDecimal.valueOf((long) GAIN * steps), MathContext.DECIMAL64);
        return new Scale(millivolts, -steps / 2, steps / 2 - 1);
    }

    /** The analog channels, half of the converter's range taken as 0. */
    Samples centred() {
        return Samples.of(IntStream.range(0, analog.size())
                .map(channel -> analog.get(channel) - (1 << (bits(channel) - 1)))
                .toArray());
    }

    /** The frame of that length, or why not. */
    static Decoded<BitalinoFrame> read(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice();
        int channels = channels(in.limit());
        if (channels == 0) {
            return Decoded.refused("ECG-130", in.limit(), "frame must be 3, 4, 6, 7 or 8 bytes but was " + in.limit());
        }
        int last = in.limit() - 1;
        int sent = in.get(last) & LOW_NIBBLE;
        int computed = crc4(in);
        if (sent != computed) {
            return Decoded.refused(
                    "ECG-131", last, String.format(Locale.ROOT, "CRC must be %X but was %X", computed, sent));
        }
        long word = word(in);
        return new Decoded.Frame<>(new BitalinoFrame(
                (int) (word >>> SEQUENCE_SHIFT),
                (int) (word >>> DIGITAL_SHIFT) & LOW_NIBBLE,
                Samples.of(IntStream.range(0, channels)
                        .map(channel -> (int) (word >>> ANALOG_SHIFTS[channel]) & ((1 << bits(channel)) - 1))
                        .toArray())));
    }

    /** A frame is one number whose highest byte is its last; here the sequence stands in the four highest of 64 bits. */
    private static long word(ByteBuffer in) {
        long word = 0;
        for (int at = in.limit() - 1; at >= 0; at--) {
            word = (word << Byte.SIZE) | Byte.toUnsignedLong(in.get(at));
        }
        return word << (Byte.SIZE * (Long.BYTES - in.limit()));
    }

    /** Bits of a sample of channel A1 (0) to A6 (5). */
    static int bits(int channel) {
        return channel < FIRST_SHORT_CHANNEL ? 10 : 6;
    }

    /** Over all bits, the four of the CRC itself taken as 0. */
    private static int crc4(ByteBuffer in) {
        int crc = 0;
        int bits = in.limit() * Byte.SIZE;
        for (int bit = 0; bit < bits; bit++) {
            int value = bit < bits - NIBBLE ? (in.get(bit / Byte.SIZE) >> (Byte.SIZE - 1 - bit % Byte.SIZE)) & 1 : 0;
            crc <<= 1;
            if ((crc & CRC_CARRY) != 0) {
                crc ^= CRC_CARRY | POLYNOMIAL;
            }
            crc ^= value;
        }
        return crc;
    }

    List<FrameField> fields() {
        int last = length(analog.size()) - 1;
        FieldList fields = new FieldList().number("sequence", sequence, last, 1);
        for (int line = 0; line < LINES; line++) {
            fields.number("digital", (digital >> (LINES - 1 - line)) & 1, last - 1, 1);
        }
        for (int channel = 0; channel < analog.size(); channel++) {
            int highest = (Long.SIZE - 1 - ANALOG_SHIFTS[channel] - bits(channel) + 1) / Byte.SIZE;
            int lowest = (Long.SIZE - 1 - ANALOG_SHIFTS[channel]) / Byte.SIZE;
            fields.number("analog", analog.get(channel), last - lowest, lowest - highest + 1);
        }
        return fields.fields();
    }
}
