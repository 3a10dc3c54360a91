package io.maimen.driver.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.maimen.driver.Decoded;
import io.maimen.observation.FrameField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The single values of a JSON object, each with its place. Immutable.
 *
 * @param fields in the order they were sent
 */
public record MessageFields(List<Field> fields) {
    private static final int MOST_FIELDS = 200;
    private static final JsonFactory JSON = JsonFactory.builder()
            // JSON is UTF-8 (RFC 8259, 8.1): of a guessed UTF-16 no value would know its bytes.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNumberLength(40)
                    .maxStringLength(4096)
                    .maxNameLength(256)
                    .build())
            .build();

    /** What a value is. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        /** JSON's null. */
        NONE
    }

    /**
     * One value. Immutable.
     *
     * @param pointer where it stands (RFC 6901), such as {@code /user/0/name}
     * @param frameField text as it is, numbers as written; named {@code user.name}: a list's items share their name
     */
    public record Field(String pointer, Kind kind, FrameField frameField) {
        /** The value as text. */
        public String text() {
            return frameField.value();
        }
    }

    public MessageFields {
        fields = List.copyOf(fields);
    }

    /**
     * Reads exactly one object.
     *
     * @param code of the refusal
     */
    public static Decoded<MessageFields> json(byte[] bytes, String code) {
        try (JsonParser json = JSON.createParser(bytes)) {
            List<Field> fields = new ArrayList<>();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Decoded.refused(code, 0, "message must be a JSON object");
            }
            int depth = 1;
            while (depth > 0) {
                JsonToken token = json.nextToken();
                if (token == null) {
                    return Decoded.refused(code, bytes.length, "message must be whole but was cut off");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token.isScalarValue()) {
                    fields.add(field(json));
                }
                if (fields.size() > MOST_FIELDS) {
                    return Decoded.refused(code, 0, "message must hold at most " + MOST_FIELDS + " values");
                }
            }
            return json.nextToken() == null
                    ? new Decoded.Frame<>(new MessageFields(fields))
                    : Decoded.refused(code, 0, "message must be one JSON object but more follows");
        } catch (JsonProcessingException e) {
            int offset = e.getLocation() == null
                    ? 0
                    : (int) Math.max(0, e.getLocation().getByteOffset());
            return Decoded.refused(code, offset, "message must be JSON but was not");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory must be readable", e);
        }
    }

    private static Field field(JsonParser json) throws IOException {
        String pointer = json.getParsingContext().pathAsPointer().toString();
        String name = pointer.substring(1).replaceAll("/\\d+", "").replace('/', '.');
        int start = (int) json.currentTokenLocation().getByteOffset();
        String text = json.getText();
        int end = Math.max(start, (int) json.currentLocation().getByteOffset());
        // A key may be empty, a field's name may not.
        return new Field(
                pointer,
                kind(json.currentToken()),
                new FrameField(name.isBlank() ? pointer : name, text, "", start, end - start));
    }

    private static Kind kind(JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            return Kind.NONE;
        }
        return token.isNumeric() ? Kind.NUMBER : token.isBoolean() ? Kind.FLAG : Kind.TEXT;
    }

    /** The value at a place. */
    public Optional<Field> at(String pointer) {
        return fields.stream().filter(field -> field.pointer().equals(pointer)).findFirst();
    }

    /** All, for the eye. */
    public List<FrameField> frameFields() {
        return fields.stream().map(Field::frameField).toList();
    }
}
