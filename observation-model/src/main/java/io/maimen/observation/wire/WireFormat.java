package io.maimen.observation.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
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

    private static final StreamReadConstraints OWN = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_NESTING)
            .maxNumberLength(200)
            .maxNameLength(200)
            .build();
    private static final StreamReadConstraints PEERS =
            OWN.rebuild().maxTokenCount(MAX_TOKENS).build();

    /** What a peer sent. */
    static final WireFormat CBOR = new WireFormat("CBOR", cbor(PEERS), new CborNotation());
    /** What we wrote ourselves, under a checksum: as long as it was when it was written. */
    static final WireFormat LOG = new WireFormat("CBOR", cbor(OWN), new CborNotation());

    static final WireFormat JSON = new WireFormat(
            "JSON", JsonFactory.builder().streamReadConstraints(PEERS).build(), new JsonNotation());

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

    private static CBORFactory cbor(StreamReadConstraints limits) {
        return CBORFactory.builder()
                .streamReadConstraints(limits)
                // Half of a surrogate pair in a device's text must not keep the reading from being sent.
                .enable(CBORGenerator.Feature.LENIENT_UTF_ENCODING)
                .build();
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
        return form.read(new WireField(path, tree(bytes, path), notation));
    }

    private JsonNode tree(byte[] bytes, String path) throws WireException {
        try {
            return trees.readValue(bytes);
        } catch (StreamConstraintsException e) {
            throw new WireException("WIRE-015", place(path, e) + " must keep the limits but: " + reason(e), e);
        } catch (IOException e) {
            throw new WireException(
                    "WIRE-010", place(path, e) + " must be well-formed " + name + " but: " + reason(e), e);
        } catch (RuntimeException e) {
            // A peer's bytes must never stop a thread, not even where the parser has a mistake of its own.
            throw new WireException(
                    "WIRE-010", place(path, e) + " must be well-formed " + name + " but: " + reason(e), e);
        }
    }

    /** Where the parser stood when it gave up. */
    private static String place(String path, Exception e) {
        if (e instanceof JsonProcessingException refusal && refusal.getProcessor() instanceof JsonParser parser) {
            return WireField.place(path(path, parser.getParsingContext()));
        }
        return WireField.place(path);
    }

    private static String path(String root, JsonStreamContext context) {
        if (context.inRoot()) {
            return root;
        }
        String parent = path(root, context.getParent());
        if (context.inArray()) {
            return parent + "[" + Math.max(0, context.getCurrentIndex()) + "]";
        }
        return context.hasCurrentName() ? WireField.path(parent, context.getCurrentName()) : parent;
    }

    private static String reason(Exception e) {
        String reason = e instanceof JsonProcessingException refusal ? refusal.getOriginalMessage() : e.toString();
        return WireField.shortened(reason);
    }
}
