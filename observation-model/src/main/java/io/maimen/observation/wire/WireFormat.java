package io.maimen.observation.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The one place that knows Jackson's parsers and their moods. Immutable; may be shared.
 *
 * <p>Reading is bounded: nesting and the number of tokens are limited, so that hostile bytes cost at most about a
 * hundred bytes of memory for each token they really bring.
 */
final class WireFormat {
    static final int MAX_NESTING = 32;
    static final int MAX_TOKENS = 300_000;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_NESTING)
            .maxTokenCount(MAX_TOKENS)
            .maxNumberLength(200)
            .maxNameLength(200)
            .build();

    static final WireFormat CBOR = new WireFormat(
            "CBOR",
            CBORFactory.builder()
                    .streamReadConstraints(LIMITS)
                    // Half of a surrogate pair in a device's text must not keep the reading from being sent.
                    .enable(CBORGenerator.Feature.LENIENT_UTF_ENCODING)
                    .build(),
            new CborNotation());
    static final WireFormat JSON = new WireFormat(
            "JSON", JsonFactory.builder().streamReadConstraints(LIMITS).build(), new JsonNotation());

    private final String name;
    private final JsonFactory factory;
    private final ObjectReader trees;
    private final Notation notation;

    private WireFormat(String name, JsonFactory factory, Notation notation) {
        this.name = name;
        this.factory = factory;
        this.notation = notation;
        this.trees = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // 5.00 would become 5: the device's precision would be lost.
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build()
                .readerFor(JsonNode.class);
    }

    <T> byte[] toBytes(T value, WireWriter.Form<? super T> form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = factory.createGenerator(bytes)) {
            new WireWriter(out, notation).map(value, form);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }

    /** Reads one message that fills {@code bytes}; {@code path} is where it lies within a larger one, or "". */
    <T> T fromBytes(byte[] bytes, String path, WireField.Form<T> form) throws WireException {
        return form.read(new WireField(path, tree(bytes), notation));
    }

    private JsonNode tree(byte[] bytes) throws WireException {
        try {
            return trees.readValue(bytes);
        } catch (StreamConstraintsException e) {
            throw new WireException(
                    "WIRE-015", place(e) + " must keep the limits of docs/wire.md but: " + reason(e), e);
        } catch (JsonProcessingException e) {
            throw new WireException("WIRE-010", place(e) + " must be well-formed " + name + " but: " + reason(e), e);
        } catch (IOException e) {
            throw new WireException("WIRE-010", "message must be well-formed " + name + " but: " + e.getMessage(), e);
        }
    }

    private static String place(JsonProcessingException e) {
        if (e.getProcessor() instanceof JsonParser parser
                && !parser.getParsingContext().inRoot()) {
            return parser.getParsingContext().pathAsPointer().toString();
        }
        return "message";
    }

    private static String reason(JsonProcessingException e) {
        return WireField.shortened(e.getOriginalMessage().replaceAll("\\s+", " "));
    }
}
