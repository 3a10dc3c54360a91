package io.maimen.simulator.conformance.vectors;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.observation.FrameField;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * LIS01-A2 frames and the LIS02-A2 records in them. A line's frames have {@code control} (ENQ, EOT), {@code number} and {@code
 * text} (a frame) or {@code record} (a record that is complete).
 */
final class AstmFamilies {
    /** The vectors list the first of a frame's fields and of a message's results. */
    private static final int LISTED_FIELDS = 9;

    private static final int LISTED_RESULTS = 6;

    private AstmFamilies() {}

    static Map<String, FamilyReader> all() {
        return Map.of(
                "astm.frame", AstmFamilies::frame,
                "astm.message", message(),
                "astm.session", session(),
                "astm.query", line("astm.line.unchecked").texts("records", "record"),
                "astm.delims", delimiters());
    }

    private static KeyTable line(String decoder) {
        return KeyTable.ofStream(decoder)
                .refusal("AST-004", "checksum_mismatch")
                .text("checksum", "checksum")
                .key(
                        "checksum_ok",
                        fields -> BooleanNode.valueOf(fields.text("checksum").equals(fields.text("checksum computed"))))
                .key("record_types", fields -> Json.text(Optional.of(types(fields))));
    }

    private static FamilyReader delimiters() {
        return line("astm.line.unchecked")
                .text("field", "field delimiter")
                .text("repeat", "repeat delimiter")
                .text("component", "component delimiter")
                .text("escape", "escape delimiter");
    }

    private static FamilyReader session() {
        return line("astm.line")
                .texts("records", "record")
                .key(
                        "sequence",
                        fields -> Json.texts(fields.all().stream()
                                .filter(field -> field.name().equals("control")
                                        || field.name().equals("number"))
                                .map(field -> (field.name().equals("number") ? "FRAME" : "") + field.value())
                                .toList()));
    }

    private static FamilyReader message() {
        return line("astm.line")
                .key(
                        "frame_count",
                        fields -> IntNode.valueOf(fields.texts("number").size()))
                .key("frame_numbers", fields -> Json.text(Optional.of(String.join("", fields.texts("number")))))
                .texts("terminators", "terminator")
                .key(
                        "delimiters",
                        fields -> Json.text(Optional.of(String.join(
                                "",
                                List.of(
                                        fields.text("field delimiter").orElse(""),
                                        fields.text("repeat delimiter").orElse(""),
                                        fields.text("component delimiter").orElse(""),
                                        fields.text("escape delimiter").orElse(""))))))
                .text("sender", "H-5")
                .text("message_datetime", "H-14")
                .key("specimen_id", fields -> Json.text(stripped(fields, "O-3").or(() -> stripped(fields, "O-4"))))
                .key(
                        "result_count",
                        fields -> IntNode.valueOf(fields.texts("R-1").size()))
                .key("results", AstmFamilies::results);
    }

    private static JsonNode results(Fields fields) {
        KeyTable result = KeyTable.ofGroup()
                .key("seq", one -> sent(one, "R-2"))
                .key("test", one -> sent(one, "R-3"))
                .key("value", one -> sent(one, "R-4"))
                .key("unit", one -> sent(one, "R-5"))
                .key("flag", one -> sent(one, "R-7"))
                .key("status", one -> sent(one, "R-9"))
                .key("completed", one -> Json.text(one.text("R-13").map(String::strip)));
        return Json.list(fields.startingAt("R-1").stream()
                .limit(LISTED_RESULTS)
                .map(result::object)
                .toList());
    }

    /** The text in the character set that the device is set up for, which the vector names. */
    private static ObjectNode frame(Vector vector, Decoders decoders) throws NotReadException {
        Optional<String> encoding =
                Optional.ofNullable(vector.expect().path("encoding").textValue());
        return KeyTable.ofFrame("astm.frame")
                .refusal("AST-004", "checksum_mismatch")
                .text("fn", "number")
                .text("terminator", "terminator")
                .text("checksum", "checksum")
                .key("trailer", fields -> Json.text(fields.text("trailer")))
                .key("encoding", fields -> Json.text(encoding))
                .key(
                        "text",
                        fields -> Json.text(
                                fields.first("text").map(text -> spelled(vector, text, encoding.orElse("UTF-8"))
                                        .stripTrailing())))
                .key("fields", fields -> encoding.isPresent() ? Json.text(Optional.empty()) : firstFields(fields))
                .read(vector, decoders);
    }

    private static String spelled(Vector vector, FrameField text, String encoding) {
        return new String(vector.bytes().toArray(), text.offset(), text.length(), Charset.forName(encoding));
    }

    private static JsonNode firstFields(Fields fields) {
        return Json.texts(fields.all().stream()
                .filter(field -> field.name().matches("[A-Z]-\\d+"))
                .map(FrameField::value)
                .limit(LISTED_FIELDS)
                .toList());
    }

    private static String types(Fields fields) {
        return fields.texts("record").stream().map(text -> text.substring(0, 1)).collect(joining());
    }

    private static JsonNode sent(Fields result, String field) {
        return Json.text(Optional.of(stripped(result, field).orElse("")));
    }

    private static Optional<String> stripped(Fields fields, String field) {
        return fields.text(field).map(String::strip).filter(text -> !text.isEmpty());
    }
}
