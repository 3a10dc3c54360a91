package io.maimen.driver.astm;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.observation.FrameField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the texts of frames and cuts them at CR into records; ETX ends one too. A record's fields are as sent, their places
 * those in the record's own bytes. Text that is not UTF-8 counts one character a byte. Bounded memory. Confined to one thread.
 */
final class RecordJoiner {
    private final int maxRecordBytes;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean tooLong;
    private Delimiters delimiters = Delimiters.USUAL;

    RecordJoiner(int maxRecordBytes) {
        this.maxRecordBytes = maxRecordBytes;
    }

    /** The records that this frame completes. */
    List<Decoded<DecodedFrame>> add(Lis01Frame frame) {
        List<Decoded<DecodedFrame>> records = new ArrayList<>();
        for (byte value : frame.text().toArray()) {
            if (value == Control.CR) {
                complete(records);
            } else if (begun.size() < maxRecordBytes) {
                begun.write(value);
            } else {
                tooLong = true;
            }
        }
        if (frame.last()) {
            complete(records);
        }
        return records;
    }

    /** What was begun will not be completed. */
    void forget() {
        begun.reset();
        tooLong = false;
        delimiters = Delimiters.USUAL;
    }

    private void complete(List<Decoded<DecodedFrame>> records) {
        byte[] bytes = begun.toByteArray();
        begun.reset();
        Charset spelling = spelling(bytes);
        String text = new String(bytes, spelling);
        if (tooLong) {
            tooLong = false;
            records.add(Decoded.refused("AST-026", 0, "record must be at most " + maxRecordBytes + " bytes"));
        } else if (!text.isBlank()) {
            if (text.startsWith("H") && Delimiters.ofHeader(text) instanceof Decoded.Frame<Delimiters> declared) {
                delimiters = declared.frame();
            }
            records.add(new Decoded.Frame<>(new DecodedFrame("record", fields(text, spelling, bytes.length))));
        }
    }

    private List<FrameField> fields(String text, Charset spelling, int length) {
        List<FrameField> fields = new ArrayList<>();
        fields.add(new FrameField("record", text, "", 0, length));
        String type = text.substring(0, 1);
        if (type.equals("H")) {
            fields.add(new FrameField("field delimiter", String.valueOf(delimiters.field()), "", 1, 1));
            fields.add(new FrameField("repeat delimiter", String.valueOf(delimiters.repeat()), "", 2, 1));
            fields.add(new FrameField("component delimiter", String.valueOf(delimiters.component()), "", 3, 1));
            fields.add(new FrameField("escape delimiter", String.valueOf(delimiters.escape()), "", 4, 1));
        }
        int number = 1;
        int start = 0;
        for (String value : Delimiters.split(text, delimiters.field())) {
            int valueLength = value.getBytes(spelling).length;
            fields.add(new FrameField(type + "-" + number++, value, "", start, valueLength));
            start += valueLength + 1;
        }
        return fields;
    }

    private static Charset spelling(byte[] bytes) {
        boolean utf8 = Arrays.equals(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
        return utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }
}
