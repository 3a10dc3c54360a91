package io.maimen.driver.senml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.maimen.observation.FrameField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the records of one pack, token by token, with the place of each label. Confined to one thread; used once. */
final class PackReader {
    /** No cuff's memory needs more; every pack stays far below what a frame may show. */
    static final int MOST_RECORDS = 100;

    private static final int CBOR_TEXT = 3;
    private static final int DEEPEST = 16;
    private static final JsonFactory JSON_TOKENS = bounded(
            JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build());
    private static final JsonFactory CBOR_TOKENS = bounded(CBORFactory.builder().build());

    private final Format format;
    private final byte[] pack;
    private final JsonParser parser;
    private final ValueReader values;

    private PackReader(Format format, byte[] pack, JsonParser parser) {
        this.format = format;
        this.pack = pack;
        this.parser = parser;
        this.values = new ValueReader(format, pack, parser);
    }

    private static JsonFactory bounded(JsonFactory tokens) {
        return tokens.setStreamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    /** Every record, or the refusal of the whole pack. */
    static List<SenmlRecord> read(Format format, byte[] pack) throws PackRefusal {
        try (JsonParser parser = (format == Format.JSON ? JSON_TOKENS : CBOR_TOKENS).createParser(pack)) {
            return new PackReader(format, pack, parser).records();
        } catch (JsonParseException e) {
            throw new PackRefusal(
                    "SML-002",
                    pack.length,
                    "pack must be whole " + format + " but was not: "
                            + e.getOriginalMessage().lines().findFirst().orElse("damaged"));
        } catch (IOException | RuntimeException e) {
            // Whatever the library throws at hostile bytes (it has thrown index errors), it means the same: not whole.
            throw new PackRefusal(
                    "SML-002",
                    pack.length,
                    "pack must be whole " + format + " but was not ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    private List<SenmlRecord> records() throws IOException, PackRefusal {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new PackRefusal("SML-001", 0, "pack must be an array of records but was not");
        }
        List<SenmlRecord> records = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            if (token != JsonToken.START_OBJECT || records.size() == MOST_RECORDS) {
                throw new PackRefusal(
                        "SML-004", start(), "pack must hold 1 to " + MOST_RECORDS + " records, each a map of labels");
            }
            records.add(oneRecord());
        }
        if (records.isEmpty()) {
            throw new PackRefusal("SML-004", 0, "pack must hold 1 to " + MOST_RECORDS + " records but was empty");
        }
        int end = end();
        if (parser.nextToken() != null) {
            throw new PackRefusal("SML-003", end, "pack must end with its array but more bytes followed");
        }
        return records;
    }

    private SenmlRecord oneRecord() throws IOException, PackRefusal {
        int begin = start();
        Map<Label, SenmlValue> said = new EnumMap<>(Label.class);
        List<FrameField> fields = new ArrayList<>();
        while (next() != JsonToken.END_OBJECT) {
            int labelAt = start();
            Optional<Label> label = label(labelAt);
            next();
            if (label.isEmpty()) {
                parser.skipChildren();
                continue;
            }
            SenmlValue value = values.read(label.get(), start());
            if (said.put(label.get(), value) != null) {
                throw new PackRefusal(
                        "SML-005",
                        labelAt,
                        "label " + label.get().text() + " must be there once but was" + " there twice in a record");
            }
            fields.add(new FrameField(label.get().text(), value.toString(), "", labelAt, end() - labelAt));
        }
        return new SenmlRecord(begin, end() - begin, said, fields);
    }

    /** Empty for a label of an extension, which may be passed over unless it ends with an underscore (section 4.4). */
    private Optional<Label> label(int at) throws IOException, PackRefusal {
        String text = parser.currentName();
        boolean number = format == Format.CBOR && (pack[at] & 0xFF) >> 5 != CBOR_TEXT;
        Optional<Label> label = number ? Label.ofNumber(text) : Label.ofText(text);
        if (format == Format.CBOR && !number && label.isPresent()) {
            throw new PackRefusal("SML-009", at, "label " + text + " must be its number in CBOR but was text");
        }
        if (label.isEmpty() && text.endsWith("_")) {
            throw new PackRefusal(
                    "SML-008", at, "label '" + text + "' must be understood to use the pack but is not known here");
        }
        return label;
    }

    /** The next token; a pack that ends before its array does is refused. */
    private JsonToken next() throws IOException, PackRefusal {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new PackRefusal("SML-002", pack.length, "pack must be whole " + format + " but was cut off");
        }
        return token;
    }

    private int start() {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    private int end() {
        return (int) parser.currentLocation().getByteOffset();
    }
}
