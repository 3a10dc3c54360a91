package io.maimen.driver.nonin;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import io.maimen.driver.frame.FormatDecoder;
import io.maimen.driver.frame.Framing;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * The framing of data format 13: 00 02 00 0D, a length that may grow with later models, the data, the low byte of their sum,
 * 03. Stateless.
 */
final class SpotCheckFormat implements Framing<SpotCheck> {
    static final FormatDecoder<SpotCheck> DECODER =
            new FormatDecoder<>("nonin.format-13", new SpotCheckFormat(), SpotCheck::fields);
    /** Where the data begin in the frame. */
    static final int DATA = 6;
    /** Offsets within the data; the time comes first. */
    static final int STATUS = 8;

    static final int RATE = 10;
    static final int SATURATION = 13;

    private static final byte[] START = {0x00, 0x02, 0x00, 0x0D};
    private static final int SHORTEST_DATA = 14;
    private static final int LONGEST_DATA = 128;
    private static final int END = 0x03;
    private static final int AFTER_DATA = 2;
    private static final int MISSING = 511;
    private static final int MISSING_SATURATION = 127;

    @Override
    public int length(ByteBuffer bytes) {
        int wrong = firstWrong(bytes);
        if (wrong < Math.min(bytes.limit(), DATA)) {
            return wrong == 0 ? 0 : wrong + 1;
        }
        return bytes.limit() < DATA ? DATA : DATA + Short.toUnsignedInt(bytes.getShort(START.length)) + AFTER_DATA;
    }

    /** The place of the first byte that no header has there, or the end of the header. */
    private static int firstWrong(ByteBuffer bytes) {
        int there = Math.min(bytes.limit(), DATA);
        for (int i = 0; i < Math.min(there, START.length); i++) {
            if (bytes.get(i) != START[i]) {
                return i;
            }
        }
        int data = there < DATA ? SHORTEST_DATA : Short.toUnsignedInt(bytes.getShort(START.length));
        return data < SHORTEST_DATA || data > LONGEST_DATA ? DATA - 1 : there;
    }

    @Override
    public Decoded<SpotCheck> read(ByteBuffer frame) {
        int wrong = firstWrong(frame);
        if (wrong < Math.min(frame.limit(), DATA)) {
            return Decoded.refused("OXI-001", wrong, "frame must begin with 00 02 00 0D and a length of 14 to 128");
        }
        int length = length(frame);
        if (frame.limit() < length) {
            return Decoded.refused(
                    "OXI-002", frame.limit(), "frame must be " + length + " bytes but was " + frame.limit());
        }
        if (frame.get(length - 1) != END) {
            return Decoded.refused("OXI-006", length - 1, "frame must end with 03");
        }
        ByteBuffer data = frame.slice(DATA, length - DATA - AFTER_DATA);
        int expected = Checksum.sumModulo256(data);
        int actual = Byte.toUnsignedInt(frame.get(length - AFTER_DATA));
        if (expected != actual) {
            return Decoded.refused(
                    "OXI-004", length - AFTER_DATA, "checksum must be " + expected + " but was " + actual);
        }
        int rate = data.getShort(RATE) & MISSING;
        int saturation = data.get(SATURATION) & MISSING_SATURATION;
        return new Decoded.Frame<>(new SpotCheck(
                data.getLong(0),
                Short.toUnsignedInt(data.getShort(STATUS)),
                rate == MISSING ? OptionalInt.empty() : OptionalInt.of(rate),
                saturation == MISSING_SATURATION ? OptionalInt.empty() : OptionalInt.of(saturation)));
    }
}
