package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The table of one family: which key of the vectors is which field of which decoder. The key names belong to the vectors, the
 * field names to the protocol's document; only here do they meet. Each call returns a longer table. Immutable.
 */
final class KeyTable implements FamilyReader {
    private final Source source;
    private final Map<String, Function<Fields, JsonNode>> keys;
    private final Map<String, String> refusals;

    /** How the bytes become frames. */
    private interface Source {
        List<Decoded<DecodedFrame>> frames(Vector vector, Decoders decoders) throws NotReadException;
    }

    private KeyTable(Source source, Map<String, Function<Fields, JsonNode>> keys, Map<String, String> refusals) {
        this.source = source;
        this.keys = keys;
        this.refusals = refusals;
    }

    /** Of vectors that are one frame each. */
    static KeyTable ofFrame(String decoder) {
        return new KeyTable((vector, decoders) -> List.of(decoders.frame(decoder, vector.bytes())), Map.of(), Map.of());
    }

    /** Of vectors that are a stream; the fields of all its frames are looked at together, in order. */
    static KeyTable ofStream(String decoder) {
        return new KeyTable((vector, decoders) -> decoders.stream(decoder, vector.bytes()), Map.of(), Map.of());
    }

    /** Of a group of fields within another table. */
    static KeyTable ofGroup() {
        return new KeyTable((vector, decoders) -> List.of(), Map.of(), Map.of());
    }

    /** A refusal with this code is called {@code reason} in the vectors. */
    KeyTable refusal(String code, String reason) {
        return new KeyTable(source, keys, with(refusals, code, reason));
    }

    /** A key whose value is worked out from the fields. */
    KeyTable key(String key, Function<Fields, JsonNode> value) {
        return new KeyTable(source, with(keys, key, value), refusals);
    }

    /** A number, one of the special numbers, or null where the field is not there. */
    KeyTable number(String key, String field) {
        return key(key, fields -> Json.number(fields.text(field)));
    }

    /** The numbers of all fields of that name. */
    KeyTable numbers(String key, String field) {
        return key(key, fields -> Json.numbers(fields.texts(field)));
    }

    /** The field's text as it is, or null. */
    KeyTable text(String key, String field) {
        return key(key, fields -> Json.text(fields.text(field)));
    }

    /** The texts of all fields of that name. */
    KeyTable texts(String key, String field) {
        return key(key, fields -> Json.texts(fields.texts(field)));
    }

    /** The field's words with underscores for blanks: {@code capillary_plasma}. */
    KeyTable word(String key, String field) {
        return key(key, fields -> Json.text(fields.text(field).map(Json::snake)));
    }

    /** The words of all fields of that name, such as the bits that are set. */
    KeyTable words(String key, String field) {
        return key(
                key,
                fields ->
                        Json.texts(fields.texts(field).stream().map(Json::snake).toList()));
    }

    /** A field that says {@code true} or {@code false}. */
    KeyTable flag(String key, String field) {
        return key(key, fields -> Json.flag(fields.text(field)));
    }

    /** A date with a time of day, as ISO 8601 writes it. */
    KeyTable time(String key, String field) {
        return key(key, fields -> Json.text(fields.text(field).map(text -> text.replace(' ', 'T'))));
    }

    /** A list with an object for each repetition of a group of fields. */
    KeyTable groups(String key, String group, KeyTable each) {
        return key(
                key,
                fields -> Json.list(
                        fields.groups(group).stream().map(each::object).toList()));
    }

    @Override
    public ObjectNode read(Vector vector, Decoders decoders) throws NotReadException {
        List<Decoded<DecodedFrame>> frames = source.frames(vector, decoders);
        for (Decoded<DecodedFrame> frame : frames) {
            if (frame instanceof Decoded.Refused<DecodedFrame> refused) {
                return Json.error(refusals, refused.error());
            }
        }
        return object(new Fields(frames.stream()
                .flatMap(frame -> ((Decoded.Frame<DecodedFrame>) frame).frame().fields().stream())
                .toList()));
    }

    /** These keys for fields found otherwise. */
    ObjectNode object(Fields fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        keys.forEach((key, value) -> object.set(key, value.apply(fields)));
        return object;
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> longer = new LinkedHashMap<>(map);
        longer.put(key, value);
        return longer;
    }
}
