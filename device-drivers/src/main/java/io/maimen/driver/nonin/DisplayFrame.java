package io.maimen.driver.nonin;

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
 * Data format 8: what the display shows, once a second. Only the first of its four bytes has bit 7 set. Immutable.
 *
 * @param status the first byte: out of track, perfusion, artifact and the upper bits of the rate
 * @param rate per minute, 0 to 510
 * @param saturation in percent, 0 to 126
 * @param status2 the last byte: SmartPoint, sensor alarm, battery
 */
record DisplayFrame(int status, OptionalInt rate, OptionalInt saturation, int status2) {
    static final int LENGTH = 4;
    static final FormatDecoder<DisplayFrame> DECODER =
            new FormatDecoder<>("nonin.format-8", new Format(), DisplayFrame::fields);

    private static final int ALWAYS_SET = 0x80;
    private static final int LOW = 0x7F;
    private static final int LOW_BITS = 7;
    private static final int HIGH = 3;
    private static final int MISSING_RATE = 511;
    private static final int MISSING_SATURATION = 127;
    private static final int ARTIFACT = 1 << 2;
    private static final int MARGINAL_PERFUSION = 1 << 3;
    private static final int LOW_PERFUSION = 1 << 4;
    private static final int OUT_OF_TRACK = 1 << 5;
    private static final int LOW_BATTERY = 1;
    private static final int SENSOR_ALARM = 1 << 3;
    private static final int SMART_POINT = 1 << 5;

    /** Its framing. */
    private static final class Format implements Framing<DisplayFrame> {
        @Override
        public int length(ByteBuffer bytes) {
            return (bytes.get(0) & ALWAYS_SET) != 0 ? LENGTH : 0;
        }

        @Override
        public Decoded<DisplayFrame> read(ByteBuffer frame) {
            return DisplayFrame.read(frame);
        }
    }

    /** The frame at the first byte. */
    static Decoded<DisplayFrame> read(ByteBuffer frame) {
        if (!frame.hasRemaining() || (frame.get(0) & ALWAYS_SET) == 0) {
            return Decoded.refused("OXI-001", 0, "frame must begin with 80 to FF");
        }
        if (frame.limit() < LENGTH) {
            return Decoded.refused("OXI-002", frame.limit(), "frame must be 4 bytes but was " + frame.limit());
        }
        for (int i = 1; i < LENGTH; i++) {
            if ((frame.get(i) & ALWAYS_SET) != 0) {
                return Decoded.refused("OXI-006", i, "bit 7 must be set in the first byte only");
            }
        }
        int status = Byte.toUnsignedInt(frame.get(0));
        int rate = ((status & HIGH) << LOW_BITS) | (frame.get(1) & LOW);
        int saturation = frame.get(2) & LOW;
        return new Decoded.Frame<>(new DisplayFrame(
                status,
                rate == MISSING_RATE ? OptionalInt.empty() : OptionalInt.of(rate),
                saturation == MISSING_SATURATION ? OptionalInt.empty() : OptionalInt.of(saturation),
                Byte.toUnsignedInt(frame.get(3))));
    }

    boolean outOfTrack() {
        return (status & OUT_OF_TRACK) != 0;
    }

    boolean lowPerfusion() {
        return (status & LOW_PERFUSION) != 0;
    }

    boolean marginalPerfusion() {
        return (status & MARGINAL_PERFUSION) != 0;
    }

    boolean artifact() {
        return (status & ARTIFACT) != 0;
    }

    boolean smartPoint() {
        return (status2 & SMART_POINT) != 0;
    }

    boolean sensorAlarm() {
        return (status2 & SENSOR_ALARM) != 0;
    }

    boolean lowBattery() {
        return (status2 & LOW_BATTERY) != 0;
    }

    List<FrameField> fields() {
        return new FieldList()
                .flag("out of track", outOfTrack(), 0, 1)
                .flag("low perfusion", lowPerfusion(), 0, 1)
                .flag("marginal perfusion", marginalPerfusion(), 0, 1)
                .flag("artifact", artifact(), 0, 1)
                .number("HR-D", rate, UcumUnit.PER_MINUTE, 0, 2)
                .number("SpO2-D", saturation, UcumUnit.PERCENT, 2, 1)
                .flag("SmartPoint", smartPoint(), 3, 1)
                .flag("sensor alarm", sensorAlarm(), 3, 1)
                .flag("low battery", lowBattery(), 3, 1)
                .fields();
    }
}
