package io.maimen.driver.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import io.maimen.driver.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A message as HAPI parses it, without structures and validation: monitors send what no structure allows, and what is wrong
 * with one result must not cost the others. The only class that knows HAPI. Confined to one thread.
 */
final class Hl7Message {
    private static final int SHORTEST_HEADER = 8;

    private final Hl7Text text;
    private final List<Segment> segments;

    /** One segment of it, fields and components counted from 1. */
    record Part(Segment segment) {
        String name() {
            return segment.getName();
        }

        /** A component's text with escapes resolved and blanks around it removed; empty where it was not sent. */
        String component(int field, int component) {
            try {
                String value = Terser.get(segment, field, 0, component, 1);
                return value == null || value.equals("\"\"") ? "" : value.strip();
            } catch (HL7Exception e) {
                return ""; // a field that the segment cannot have was not sent
            }
        }

        /** The whole field with its components, as sent; empty where it was not sent. */
        String whole(int field) {
            try {
                Type[] repeats = segment.getField(field);
                return repeats.length == 0 ? "" : PipeParser.encode(repeats[0], EncodingCharacters.defaultInstance());
            } catch (HL7Exception e) {
                return ""; // as above
            }
        }

        /** The first component. */
        String field(int field) {
            return component(field, 1);
        }
    }

    private Hl7Message(Hl7Text text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
    }

    /** Reads a message without its MLLP frame. */
    static Decoded<Hl7Message> read(byte[] message) {
        if (message.length < SHORTEST_HEADER || message[0] != 'M' || message[1] != 'S' || message[2] != 'H') {
            return Decoded.refused("HL7-002", 0, "message must begin with an MSH segment");
        }
        for (int i = 1; i < message.length; i++) {
            if (message[i] == '\n' && message[i - 1] != '\r') {
                return Decoded.refused("HL7-003", i, "segments must be separated by CR but an LF stands alone");
            }
        }
        Hl7Text text = Hl7Text.of(message);
        for (Hl7Text.Segment segment : text.segments()) {
            if (!segment.text().matches("(?s)[A-Z][A-Z0-9]{2}(\\W.*)?")) {
                return Decoded.refused("HL7-004", segment.offset(), "segment must begin with a name of three letters");
            }
        }
        try {
            return new Decoded.Frame<>(new Hl7Message(text, segments(Hapi.parse(text.joined()))));
        } catch (HL7Exception e) {
            return Decoded.refused("HL7-005", 0, "message must be HL7 v2 but was not: " + e.getMessage());
        }
    }

    /** How to answer a message that could not be read, where its header can; an answer itself is never answered. */
    static Optional<Answer> header(byte[] message) {
        if (message.length < SHORTEST_HEADER || !new String(message, 0, 3, StandardCharsets.US_ASCII).equals("MSH")) {
            return Optional.empty();
        }
        int end = 0;
        while (end < message.length && message[end] != '\r' && message[end] != '\n') {
            end++;
        }
        Hl7Text text = Hl7Text.of(Arrays.copyOf(message, end));
        Hl7Text.Segment header = text.segments().get(0);
        boolean answer = text.fields(header).stream()
                .anyMatch(field -> field.number() == 9 && field.text().startsWith("ACK"));
        boolean identified = text.fields(header).stream()
                .anyMatch(field -> field.number() == 10 && !field.text().isBlank());
        return identified && !answer
                ? Optional.of(new Answer(text.fields(header), header.text().charAt(3)))
                : Optional.empty();
    }

    Hl7Text text() {
        return text;
    }

    /** The header. */
    Part header() {
        return new Part(segments.get(0));
    }

    /** All segments in the order they were sent. */
    List<Part> parts() {
        return segments.stream().map(Part::new).toList();
    }

    private static List<Segment> segments(Message message) throws HL7Exception {
        List<Segment> segments = new ArrayList<>();
        for (String name : message.getNames()) {
            for (Structure structure : message.getAll(name)) {
                segments.add((Segment) structure);
            }
        }
        return segments;
    }

    /** HAPI takes most of a second to start: not before the first message. */
    private static final class Hapi {
        private static final HapiContext CONTEXT = context();

        static Message parse(String text) throws HL7Exception {
            return new PipeParser(CONTEXT).parse(text);
        }

        private static HapiContext context() {
            HapiContext context = new DefaultHapiContext(ValidationContextFactory.noValidation());
            context.setModelClassFactory(new GenericModelClassFactory());
            context.getParserConfiguration().setAllowUnknownVersions(true);
            return context;
        }
    }
}
