package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where what was read is not what was expected. Immutable.
 *
 * @param key the path to it, such as {@code records[0].glucose_mg_dl}
 */
record Difference(String key, JsonNode expected, JsonNode found) {
    private static final BigDecimal RELATIVE_TOLERANCE = new BigDecimal("1e-6");
    /** Keys that only restate raw bytes; the collection names them. */
    static final Set<String> RESTATED = Set.of(
            "flags",
            "status_raw",
            "trailing_bytes",
            "byte5",
            "byte6",
            "byte8",
            "byte9",
            "sum8_of_first8",
            "sum_check",
            "unknown_byte1",
            "ctrl0",
            "ctrl1",
            "bp_byte17",
            "bp_byte18",
            "layout",
            "profile",
            "size",
            "length",
            "e2e_crc",
            "checksum_calc",
            "checksum_sum_stx_excl_to_gs_incl",
            "context_follows",
            "data",
            "payload",
            "max_text_bytes",
            "trailers",
            "trailer");

    /** All of them: every key of {@code expected} counts, and a refusal that nobody expected. */
    static List<Difference> between(JsonNode expected, JsonNode found) {
        List<Difference> differences = new ArrayList<>();
        if (found.has("error") && !expected.has("error")) {
            differences.add(new Difference("error", expected.path("error"), found.path("error")));
        } else {
            compare("", expected, found, differences);
        }
        return differences;
    }

    private static void compare(String path, JsonNode expected, JsonNode found, List<Difference> differences) {
        if (expected.isObject() && found.isObject()) {
            expected.properties().stream()
                    .filter(entry -> !RESTATED.contains(entry.getKey()))
                    .forEach(entry -> compare(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                            entry.getValue(),
                            found.path(entry.getKey()),
                            differences));
        } else if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), found.get(i), differences);
            }
        } else if (!same(path, expected, found)) {
            differences.add(new Difference(path, expected, found));
        }
    }

    private static boolean same(String path, JsonNode expected, JsonNode found) {
        if (path.equals("error")) {
            return reason(expected).equals(reason(found));
        }
        if (expected.isNumber() && found.isNumber()) {
            BigDecimal one = expected.decimalValue();
            return one.subtract(found.decimalValue()).abs().compareTo(one.abs().multiply(RELATIVE_TOLERANCE)) <= 0;
        }
        // What is not there and what says that it has no value are the same to the vectors.
        return expected.isNull() ? saysNothing(found) : expected.equals(found);
    }

    /** A field left empty has no value, as one that was not sent. */
    private static boolean saysNothing(JsonNode found) {
        return found.isNull()
                || found.isMissingNode()
                || (found.isTextual() && found.textValue().isEmpty());
    }

    private static String reason(JsonNode error) {
        return error.asText().split(" ", 2)[0];
    }

    @Override
    public String toString() {
        return key + " must be " + expected + " but was " + (found.isMissingNode() ? "not there" : found);
    }
}
