package io.maimen.driver.poct1a;

import io.maimen.driver.poct1a.PoctMessage.Element;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Names a message's values with the bytes of their tags: {@code root}, {@code HDR.control_id}, and what stands inside an
 * observation as {@code OBS[0].value}, {@code OBS[0].value unit}, {@code OBS[0].NTE.text}. Stateless.
 */
final class MessageFields {
    private static final String OBSERVATION = "OBS";

    private MessageFields() {}

    static List<FrameField> of(PoctMessage message, Bytes bytes) {
        List<Span> tags = startTags(bytes);
        List<FrameField> fields = new ArrayList<>();
        fields.add(field("root", message.root(), tags, 0));
        int observations = 0;
        int observationDepth = Integer.MAX_VALUE;
        for (Element element : message.elements()) {
            if (element.depth() <= observationDepth) {
                observationDepth = Integer.MAX_VALUE;
            }
            if (element.name().equals(OBSERVATION)) {
                observations++;
                observationDepth = element.depth();
            }
            boolean inside = element.depth() > observationDepth;
            String name = inside ? inObservation(element.name(), observations - 1) : element.name();
            element.value().ifPresent(value -> fields.add(field(name, value, tags, element.number())));
            element.unit().ifPresent(unit -> fields.add(field(name + " unit", unit, tags, element.number())));
        }
        return fields;
    }

    private static String inObservation(String name, int number) {
        String shorter = name.startsWith(OBSERVATION + ".") ? name.substring(OBSERVATION.length() + 1) : name;
        return OBSERVATION + "[" + number + "]." + shorter;
    }

    private static FrameField field(String name, String value, List<Span> tags, int number) {
        Span tag = number < tags.size() ? tags.get(number) : new Span(0, 0);
        return new FrameField(name, value, "", tag.offset(), tag.length());
    }

    /** Where a start tag stands. */
    private record Span(int offset, int length) {}

    /** Of well-formed XML without a document type; one byte a character keeps the places those of the bytes. */
    private static List<Span> startTags(Bytes bytes) {
        String xml = new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
        List<Span> tags = new ArrayList<>();
        for (int open = xml.indexOf('<'); open >= 0; open = xml.indexOf('<', open + 1)) {
            if (xml.startsWith("<!--", open)) {
                open = xml.indexOf("-->", open);
            } else if (!xml.startsWith("<?", open) && !xml.startsWith("</", open)) {
                int close = endOfTag(xml, open);
                tags.add(new Span(open, close + 1 - open));
                open = close;
            }
        }
        return tags;
    }

    /** The bracket that closes a tag: one within quotes does not. */
    private static int endOfTag(String xml, int open) {
        char quote = 0;
        int at = open + 1;
        while (at < xml.length() - 1 && (quote != 0 || xml.charAt(at) != '>')) {
            char letter = xml.charAt(at);
            if (quote == 0 && (letter == '"' || letter == '\'')) {
                quote = letter;
            } else if (letter == quote) {
                quote = 0;
            }
            at++;
        }
        return at;
    }
}
