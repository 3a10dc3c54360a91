package io.maimen.driver.astm;

import io.maimen.observation.FrameField;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the fields of the records in one frame's text, each with its bytes: {@code R-4} is field 4 of an R record, as sent,
 * escapes unresolved. A record that began in an earlier frame goes on counting, so that both frames hold their part of it
 * under its name. Lives for one frame.
 */
final class FrameFields {
    private final byte[] frame;
    private final Charset encoding;
    private final List<FrameField> fields = new ArrayList<>();
    private char delimiter;

    private FrameFields(byte[] frame, Charset encoding, char delimiter) {
        this.frame = frame;
        this.encoding = encoding;
        this.delimiter = delimiter;
    }

    /** Of a frame by itself: the text taken as UTF-8, the delimiter as {@code |} unless the frame holds the header. */
    static List<FrameField> alone(byte[] frame, int end) {
        return new FrameFields(frame, StandardCharsets.UTF_8, Delimiters.USUAL.field()).records(end, "");
    }

    /** Of a frame that comes after those of {@code message}; its text ends before {@code end}. */
    static List<FrameField> within(Message message, byte[] frame, int end, Charset encoding) {
        char delimiter = message.header()
                .map(Header::delimiters)
                .orElse(Delimiters.USUAL)
                .field();
        String begun = new String(message.begun().text().toArray(), encoding);
        return new FrameFields(frame, encoding, delimiter).records(end, begun);
    }

    private List<FrameField> records(int end, String begun) {
        String before = begun;
        int start = Lis01Frame.TEXT_OFFSET;
        for (int i = start; i <= end; i++) {
            if (i == end || frame[i] == Control.CR) {
                addRecord(before, start, i);
                before = "";
                start = i + 1;
            }
        }
        return fields;
    }

    private void addRecord(String before, int from, int to) {
        if (from == to) {
            return;
        }
        Charset spelling = spelling(from, to);
        String part = new String(frame, from, to - from, spelling);
        String whole = before + part;
        if (whole.startsWith("H") && whole.length() > 1) {
            delimiter = whole.charAt(1);
        }
        String type = whole.substring(0, 1);
        int number = Delimiters.split(before, delimiter).size();
        int start = from;
        for (String piece : Delimiters.split(part, delimiter)) {
            int length = piece.getBytes(spelling).length;
            fields.add(field(type + "-" + number++, start, start + length));
            start += length + String.valueOf(delimiter).getBytes(spelling).length;
        }
    }

    /** A letter cut in two by the frame's end has no text; then every byte counts as one letter. */
    private Charset spelling(int from, int to) {
        byte[] bytes = Arrays.copyOfRange(frame, from, to);
        return Arrays.equals(new String(bytes, encoding).getBytes(encoding), bytes)
                ? encoding
                : StandardCharsets.ISO_8859_1;
    }

    private FrameField field(String name, int from, int to) {
        return new FrameField(name, new String(frame, from, to - from, encoding), "", from, to - from);
    }
}
