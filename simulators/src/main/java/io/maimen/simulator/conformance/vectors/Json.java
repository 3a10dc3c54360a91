package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.driver.DecodeError;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Field values as the vectors write them. Stateless. */
final class Json {
    private static final Map<String, String> SPECIAL =
            Map.of("NaN", "NaN", "NRes", "NRes", "+INFINITY", "+INF", "-INFINITY", "-INF", "reserved", "RESERVED");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /** A number, a special number's name, or null. Text that is no number stays text: the comparison shows it. */
    static JsonNode number(Optional<String> text) {
        return text.map(Json::number).orElseGet(NODES::nullNode);
    }

    private static JsonNode number(String text) {
        if (SPECIAL.containsKey(text)) {
            return NODES.textNode(SPECIAL.get(text));
        }
        try {
            return NODES.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return NODES.textNode(text);
        }
    }

    static JsonNode numbers(List<String> texts) {
        return list(texts.stream().map(Json::number).toList());
    }

    static JsonNode text(Optional<String> text) {
        return text.<JsonNode>map(NODES::textNode).orElseGet(NODES::nullNode);
    }

    static JsonNode texts(List<String> texts) {
        return list(texts.stream().map(text -> (JsonNode) NODES.textNode(text)).toList());
    }

    static JsonNode flag(Optional<String> text) {
        return text.<JsonNode>map(value -> NODES.booleanNode(Boolean.parseBoolean(value)))
                .orElseGet(NODES::nullNode);
    }

    static JsonNode list(List<? extends JsonNode> items) {
        ArrayNode list = NODES.arrayNode();
        items.forEach(list::add);
        return list;
    }

    /** {@code {"error": …}} in the vectors' word, or our own code where the table has none. */
    static ObjectNode error(Map<String, String> refusals, DecodeError error) {
        String reason = refusals.getOrDefault(error.code(), error.code());
        return NODES.objectNode().put("error", reason + " (" + error + ")");
    }

    static String snake(String words) {
        return BETWEEN_WORDS.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("_");
    }
}
