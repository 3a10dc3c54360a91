package io.maimen.driver.bci;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.FormatDecoder;
import io.maimen.driver.frame.Framing;
import io.maimen.observation.FrameField;
import io.maimen.observation.code.UcumUnit;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalInt;

/**
 * One frame of the BCI protocol V1.2: five bytes, of which only the first has bit 7 set. Immutable.
 *
 * @param first signal strength, no signal, probe unplugged, beep
 * @param pleth 0 to 127
 * @param third bar, no finger, searching, and bit 7 of the pulse rate
 * @param pulseRate per minute, 0 to 254
 * @param saturation in percent, 0 to 126
 */
record BciFrame(int first, int pleth, int third, OptionalInt pulseRate, OptionalInt saturation) {
    static final int LENGTH = 5;
    static final FormatDecoder<BciFrame> DECODER = new FormatDecoder<>("bci.frame", new Format(), BciFrame::fields);

    private static final int ALWAYS_SET = 0x80;
    private static final int LOW_NIBBLE = 0x0F;
    private static final int NO_SIGNAL = 1 << 4;
    private static final int PROBE_UNPLUGGED = 1 << 5;
    private static final int BEEP = 1 << 6;
    private static final int NO_FINGER = 1 << 4;
    private static final int SEARCHING = 1 << 5;
    private static final int RATE_BIT_7 = 1 << 6;
    private static final int MISSING_RATE = 0xFF;
    private static final int MISSING_SATURATION = 0x7F;

    /** Its framing. */
    private static final class Format implements Framing<BciFrame> {
        @Override
        public int length(ByteBuffer bytes) {
            return (bytes.get(0) & ALWAYS_SET) != 0 ? LENGTH : 0;
        }

        @Override
        public Decoded<BciFrame> read(ByteBuffer frame) {
            return BciFrame.read(frame);
        }
    }

    /** The frame at the first byte. */
    static Decoded<BciFrame> read(ByteBuffer frame) {
        if (!frame.hasRemaining() || (frame.get(0) & ALWAYS_SET) == 0) {
            return Decoded.refused("OXI-001", 0, "frame must begin with 80 to FF");
        }
        for (int i = 1; i < Math.min(LENGTH, frame.limit()); i++) {
            if ((frame.get(i) & ALWAYS_SET) != 0) {
                return Decoded.refused("OXI-006", i, "bit 7 must be set in the first byte only");
            }
        }
        if (frame.limit() < LENGTH) {
            return Decoded.refused("OXI-002", frame.limit(), "frame must be 5 bytes but was " + frame.limit());
        }
        int third = frame.get(2);
        int rate = frame.get(3) | ((third & RATE_BIT_7) << 1);
        int saturation = frame.get(4);
        return new Decoded.Frame<>(new BciFrame(
                Byte.toUnsignedInt(frame.get(0)),
                frame.get(1),
                third,
                rate == MISSING_RATE ? OptionalInt.empty() : OptionalInt.of(rate),
                saturation == MISSING_SATURATION ? OptionalInt.empty() : OptionalInt.of(saturation)));
    }

    boolean noSignal() {
        return (first & NO_SIGNAL) != 0;
    }

    boolean probeUnplugged() {
        return (first & PROBE_UNPLUGGED) != 0;
    }

    boolean noFinger() {
        return (third & NO_FINGER) != 0;
    }

    boolean searching() {
        return (third & SEARCHING) != 0;
    }

    List<FrameField> fields() {
        return new FieldList()
                .number("signal strength", first & LOW_NIBBLE, 0, 1)
                .flag("no signal", noSignal(), 0, 1)
                .flag("probe unplugged", probeUnplugged(), 0, 1)
                .flag("beep", (first & BEEP) != 0, 0, 1)
                .number("pleth", pleth, 1, 1)
                .number("bar", third & LOW_NIBBLE, 2, 1)
                .flag("no finger", noFinger(), 2, 1)
                .flag("searching", searching(), 2, 1)
                .number("pulse rate", pulseRate, UcumUnit.PER_MINUTE, 2, 2)
                .number("SpO2", saturation, UcumUnit.PERCENT, 4, 1)
                .fields();
    }
}
