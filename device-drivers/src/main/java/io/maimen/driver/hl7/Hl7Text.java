package io.maimen.driver.hl7;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A message's text in the character set that MSH-18 declares; without one UTF-8 where the bytes are that, else ISO 8859-1.
 * Immutable.
 *
 * @param segments without the CR, and the LF some senders add, between them
 */
record Hl7Text(List<Segment> segments, Charset charset) {
    private static final int CHARACTER_SET = 18;
    private static final Map<String, Charset> DECLARED = Map.of(
            "UNICODE UTF-8", StandardCharsets.UTF_8,
            "UTF-8", StandardCharsets.UTF_8,
            "8859/1", StandardCharsets.ISO_8859_1,
            "ASCII", StandardCharsets.US_ASCII,
            "GB 18030-2000", Charset.forName("GB18030"));

    /**
     * One segment.
     *
     * @param offset of its first byte in the message
     */
    record Segment(String text, int offset) {
        String name() {
            return text.substring(0, Math.min(3, text.length()));
        }
    }

    /** One field: number as the standard counts, place in bytes. */
    record Field(int number, String text, int offset, int length) {}

    Hl7Text {
        segments = List.copyOf(segments);
    }

    static Hl7Text of(byte[] message) {
        Charset charset = charset(message);
        List<Segment> segments = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= message.length; i++) {
            if (i == message.length || message[i] == '\r') {
                int from = start < i && message[start] == '\n' ? start + 1 : start;
                if (from < i) {
                    segments.add(new Segment(new String(message, from, i - from, charset), from));
                }
                start = i + 1;
            }
        }
        return new Hl7Text(segments, charset);
    }

    /** As HAPI reads it. */
    String joined() {
        StringBuilder joined = new StringBuilder();
        segments.forEach(segment -> joined.append(segment.text()).append('\r'));
        return joined.toString();
    }

    /** The fields of a segment; MSH-1 is the separator itself. */
    List<Field> fields(Segment segment) {
        char separator = segments.get(0).text().charAt(3);
        List<Field> fields = new ArrayList<>();
        int number = segment.name().equals("MSH") ? 1 : 0;
        int offset = segment.offset();
        int start = 0;
        for (int i = 0; i <= segment.text().length(); i++) {
            if (i == segment.text().length() || segment.text().charAt(i) == separator) {
                String text = segment.text().substring(start, i);
                int length = text.getBytes(charset).length;
                fields.add(new Field(number++, text, offset, length));
                offset += length + 1;
                start = i + 1;
            }
        }
        return fields;
    }

    private static Charset charset(byte[] message) {
        String header = new String(message, StandardCharsets.ISO_8859_1).split("\r", 2)[0];
        if (header.length() > 3) {
            String[] fields = header.split(java.util.regex.Pattern.quote(header.substring(3, 4)), -1);
            if (fields.length >= CHARACTER_SET && DECLARED.containsKey(fields[CHARACTER_SET - 1])) {
                return DECLARED.get(fields[CHARACTER_SET - 1]);
            }
        }
        return isUtf8(message) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private static boolean isUtf8(byte[] message) {
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message));
            return decoded.remaining() <= message.length;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
