package io.maimen.driver.spotchem;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FrameCutter;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One printed line of a SPOTCHEM EL SE-1520: {@code STX yy/mm/dd hh:mm ID# ID [sample] (name value unit)… ETX}, blanks between.
 * There is no checksum: a bit error in a digit cannot be seen. Immutable.
 *
 * @param text between STX and ETX
 * @param heading date, time, identification and kind of sample, where they are in their places
 * @param electrolytes name, value and unit as printed
 */
record SpotchemFrame(String text, List<FrameField> heading, List<Electrolyte> electrolytes) {
    /** The frame {@code spotchem.frame}. */
    static final MessageDecoder<SpotchemFrame> DECODER =
            new MessageDecoder<>("spotchem.frame", SpotchemFrame::read, SpotchemFrame::shown);

    private static final byte STX = 0x02;
    private static final byte ETX = 0x03;
    private static final int MAX_BYTES = 512;
    private static final Pattern HEADING =
            Pattern.compile("(\\d\\d/\\d\\d/\\d\\d) +(\\d?\\d:\\d\\d) +ID# ?(\\S*) *\\[([^\\]]*)\\]");
    private static final Pattern ELECTROLYTE =
            Pattern.compile("(?<![A-Za-z])(Na|K|Cl) +([0-9]+(?:\\.[0-9]+)?|[^ 0-9][^ ]*) +([A-Za-z]+/[A-Za-z]+)");
    private static final List<String> HEADINGS = List.of("date", "time", "identification", "sample");

    /** One of Na, K, Cl; {@code value} is no number where the analyser could not measure. */
    record Electrolyte(String name, FrameField value, String unit) {
        boolean measured() {
            return Character.isDigit(value.value().charAt(0));
        }
    }

    SpotchemFrame {
        heading = List.copyOf(heading);
        electrolytes = List.copyOf(electrolytes);
    }

    /** Frames end with ETX. */
    static FrameCutter cutter() {
        return new FrameCutter(STX, tail -> tail[2] == ETX, MAX_BYTES);
    }

    /** Reads one frame, from STX to ETX; CR and LF may follow. */
    static Decoded<SpotchemFrame> read(ByteBuffer bytes) {
        byte[] frame = new byte[bytes.remaining()];
        bytes.duplicate().get(frame);
        if (frame.length == 0 || frame[0] != STX) {
            return Decoded.refused("POC-021", 0, "frame must begin with STX");
        }
        int end = 1;
        while (end < frame.length && frame[end] != ETX) {
            if (frame[end] < ' ') {
                return Decoded.refused("POC-023", end, "text must be printable ASCII but was not");
            }
            end++;
        }
        if (end == frame.length) {
            return Decoded.refused("POC-022", end, "frame must end in ETX, is truncated");
        }
        String text = new String(frame, 1, end - 1, StandardCharsets.US_ASCII);
        List<Electrolyte> electrolytes = new ArrayList<>();
        for (Matcher found = ELECTROLYTE.matcher(text); found.find(); ) {
            electrolytes.add(new Electrolyte(found.group(1), field(found.group(1), found, 2), found.group(3)));
        }
        return new Decoded.Frame<>(new SpotchemFrame(text, heading(text), electrolytes));
    }

    private static List<FrameField> heading(String text) {
        List<FrameField> fields = new ArrayList<>();
        Matcher found = HEADING.matcher(text);
        if (found.lookingAt()) {
            for (int i = 0; i < HEADINGS.size(); i++) {
                fields.add(field(HEADINGS.get(i), found, i + 1));
            }
        }
        return fields;
    }

    /** A group's text with its place in the frame, where STX stands before the text. */
    private static FrameField field(String name, Matcher found, int group) {
        return new FrameField(
                name, found.group(group), "", 1 + found.start(group), found.end(group) - found.start(group));
    }

    /** The text, the heading and each electrolyte that was measured. */
    List<FrameField> shown() {
        List<FrameField> shown = new ArrayList<>();
        shown.add(new FrameField("text", text, "", 1, text.length()));
        shown.addAll(heading);
        for (Electrolyte electrolyte : electrolytes) {
            FrameField value = electrolyte.value();
            if (electrolyte.measured()) {
                shown.add(new FrameField(
                        value.name(), value.value(), electrolyte.unit(), value.offset(), value.length()));
            }
        }
        return shown;
    }
}
