package io.maimen.driver.openmhealth;

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
 * The values of a JSON object by their path, {@code systolic_blood_pressure.value}; a list's items share its path. Immutable.
 *
 * @param leaves in the order they were sent; text as it is, numbers as written
 */
record JsonLeaves(List<FrameField> leaves) {
    private static final int MOST_LEAVES = 200;
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

    JsonLeaves {
        leaves = List.copyOf(leaves);
    }

    /** Reads exactly one object. */
    static Decoded<JsonLeaves> read(byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            List<FrameField> leaves = new ArrayList<>();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Decoded.refused("OMH-001", 0, "message must be a JSON object");
            }
            int depth = 1;
            while (depth > 0) {
                JsonToken token = json.nextToken();
                if (token == null) {
                    return Decoded.refused("OMH-001", bytes.length, "message must be whole but was cut off");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token.isScalarValue()) {
                    leaves.add(leaf(json));
                }
                if (leaves.size() > MOST_LEAVES) {
                    return Decoded.refused("OMH-001", 0, "message must hold at most " + MOST_LEAVES + " values");
                }
            }
            return json.nextToken() == null
                    ? new Decoded.Frame<>(new JsonLeaves(leaves))
                    : Decoded.refused("OMH-001", 0, "message must be one JSON object but more follows");
        } catch (JsonProcessingException e) {
            int offset = e.getLocation() == null
                    ? 0
                    : (int) Math.max(0, e.getLocation().getByteOffset());
            return Decoded.refused("OMH-001", offset, "message must be JSON but was not");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory must be readable", e);
        }
    }

    private static FrameField leaf(JsonParser json) throws IOException {
        String path =
                json.getParsingContext().pathAsPointer().toString().substring(1).replaceAll("/\\d+", "");
        int start = (int) json.currentTokenLocation().getByteOffset();
        String text = json.getText();
        int end = Math.max(start, (int) json.currentLocation().getByteOffset());
        return new FrameField(path.replace('/', '.'), text, "", start, end - start);
    }

    /** The value at a path, in the body of a data point or by itself. */
    Optional<String> text(String path) {
        return leaves.stream()
                .filter(leaf -> leaf.name().equals(path) || leaf.name().equals("body." + path))
                .map(FrameField::value)
                .findFirst();
    }
}
