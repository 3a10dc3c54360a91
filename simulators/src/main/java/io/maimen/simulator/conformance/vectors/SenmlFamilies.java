package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** SenML packs (RFC 8428): each record resolved, as {@code resolved} the first of them, as {@code last} the last. */
final class SenmlFamilies {
    private static final KeyTable RECORD = KeyTable.ofGroup()
            .text("n", "n")
            .text("u", "u")
            .number("t", "t")
            .number("v", "v")
            .text("vs", "vs")
            .flag("vb", "vb")
            .text("vd", "vd");

    private SenmlFamilies() {}

    static Map<String, FamilyReader> all() {
        return Map.of(
                "senml.json", packs("senml.json", "truncated"), "senml.cbor", packs("senml.cbor", "truncated_cbor"));
    }

    private static FamilyReader packs(String decoder, String cutOff) {
        KeyTable table = KeyTable.ofFrame(decoder)
                .refusal("SML-002", cutOff)
                .key("count", fields -> Json.numbers(
                                List.of(String.valueOf(fields.groups("").size())))
                        .get(0))
                .groups("resolved", "", RECORD)
                .key("last", fields -> {
                    List<Fields> records = fields.groups("");
                    return RECORD.object(records.get(records.size() - 1));
                });
        return (vector, decoders) -> {
            ObjectNode found = table.read(vector, decoders);
            // The vectors list the first records of a long pack only.
            int listed = vector.expect().path("resolved").size();
            while (found.path("resolved").size() > listed) {
                found.withArray("resolved").remove(listed);
            }
            return found;
        };
    }
}
