package io.maimen.driver.polar;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.polar.PmdFrame.Content;
import io.maimen.observation.FrameField;
import io.maimen.observation.Samples;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

/** Lists what a data frame says. */
final class PmdFields {
    private static final List<String> AXES = List.of("x", "y", "z");
    private static final int MICROVOLT_BYTES = 3;

    private final FieldList fields = new FieldList();
    private final int length;

    private PmdFields(int length) {
        this.length = length;
    }

    /** The fields of a frame, under the same conditions as {@link PmdFrame#read}. */
    static Decoded<List<FrameField>> read(ByteBuffer bytes) {
        Decoded<PmdFrame> read = PmdFrame.read(bytes);
        return read instanceof Decoded.Frame<PmdFrame> frame
                ? new Decoded.Frame<>(new PmdFields(bytes.remaining()).of(frame.frame()))
                : new Decoded.Refused<>(((Decoded.Refused<PmdFrame>) read).error());
    }

    private List<FrameField> of(PmdFrame frame) {
        fields.text("measurement type", frame.type().name(), 0, 1);
        fields.add(
                new FrameField("time stamp", Long.toUnsignedString(frame.timeNs()), "ns", PmdFrame.TIME, Long.BYTES));
        fields.number("frame type", frame.frameType(), PmdFrame.FRAME_TYPE, 1);
        fields.flag("compressed", frame.compressed(), PmdFrame.FRAME_TYPE, 1);
        content(frame.content());
        return fields.fields();
    }

    private void content(Content content) {
        if (content instanceof Content.Ecg ecg) {
            ecg(ecg.microVolts());
        } else if (content instanceof Content.Acceleration acceleration) {
            acceleration(acceleration);
        } else if (content instanceof Content.Beats beats) {
            beats(beats.intervals());
        }
    }

    private void ecg(Samples microVolts) {
        for (int i = 0; i < microVolts.size(); i++) {
            int at = PmdFrame.HEADER + i * MICROVOLT_BYTES;
            fields.add(new FrameField("ECG", Integer.toString(microVolts.get(i)), "uV", at, MICROVOLT_BYTES));
        }
    }

    /** Packed differences have no bytes of their own: such a sample stands for all of them. */
    private void acceleration(Content.Acceleration acceleration) {
        int size = acceleration.axes().get(0).size();
        int all = length - PmdFrame.HEADER;
        for (int i = 0; i < size; i++) {
            for (int axis = 0; axis < AXES.size(); axis++) {
                int width = acceleration.inMilliG() ? all / size / AXES.size() : all;
                int at = acceleration.inMilliG() ? (i * AXES.size() + axis) * width : 0;
                fields.add(new FrameField(
                        name(i, AXES.get(axis)),
                        Integer.toString(acceleration.axes().get(axis).get(i)),
                        acceleration.inMilliG() ? "m[g]" : "",
                        PmdFrame.HEADER + at,
                        width));
            }
        }
    }

    private void beats(List<PulseInterval> intervals) {
        for (int i = 0; i < intervals.size(); i++) {
            PulseInterval beat = intervals.get(i);
            int at = PmdFrame.HEADER + i * PulseInterval.LENGTH;
            int flagsAt = at + PulseInterval.LENGTH - 1;
            fields.add(new FrameField(name(i, "heart rate"), Integer.toString(beat.heartRate()), "/min", at, 1))
                    .add(new FrameField(name(i, "interval"), Integer.toString(beat.intervalMs()), "ms", at + 1, 2))
                    .add(new FrameField(name(i, "error estimate"), Integer.toString(beat.errorMs()), "ms", at + 3, 2))
                    .number(name(i, "blocker"), beat.flag(0), flagsAt, 1)
                    .number(name(i, "skin contact"), beat.flag(1), flagsAt, 1)
                    .number(name(i, "skin contact supported"), beat.flag(2), flagsAt, 1);
        }
    }

    private static String name(int index, String part) {
        return String.format(Locale.ROOT, "sample[%d].%s", index, part);
    }
}
