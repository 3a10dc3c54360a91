package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** HL7 v2 messages and Open mHealth bodies. */
final class Hl7Families {
    private static final KeyTable OBSERVATION = KeyTable.ofGroup()
            .text("type", "OBX-2")
            .text("code", "OBX-3")
            .text("sub_id", "OBX-4")
            .text("value", "OBX-5")
            .key("unit", fields -> sent(fields, "OBX-6"))
            .key("status", fields -> sent(fields, "OBX-11"));

    private Hl7Families() {}

    static Map<String, FamilyReader> all() {
        return Map.of(
                "hl7.mllp", message(KeyTable.ofStream("hl7.mllp")),
                "hl7.pcd01", message(KeyTable.ofStream("hl7.mllp")),
                "hl7.oru", message(KeyTable.ofFrame("hl7.message")),
                "openmhealth.bp", bloodPressure());
    }

    private static FamilyReader message(KeyTable table) {
        return table.refusal("HL7-001", "missing_start_block")
                .refusal("HL7-003", "lf_segment_separator")
                .texts("segments", "segment")
                .text("sending_app", "MSH-3")
                .text("message_type", "MSH-9")
                .text("control_id", "MSH-10")
                .text("version", "MSH-12")
                .key("profile", fields -> Json.text(fields.text("MSH-21").filter(text -> !text.isEmpty())))
                .text("ack", "MSA-1")
                .text("ack_control_id", "MSA-2")
                .text("err_code", "ERR-3")
                .text("err_severity", "ERR-4")
                .key(
                        "empty_value_obx",
                        fields -> IntNode.valueOf((int)
                                results(fields).filter(Hl7Families::isEmpty).count()))
                .key(
                        "observations",
                        fields -> Json.list(results(fields)
                                .filter(result -> !isEmpty(result))
                                .map(OBSERVATION::object)
                                .toList()));
    }

    private static Stream<Fields> results(Fields fields) {
        return fields.groups("OBX").stream();
    }

    private static boolean isEmpty(Fields result) {
        return result.text("OBX-5").orElse("").isEmpty();
    }

    private static JsonNode sent(Fields fields, String field) {
        return Json.text(Optional.of(fields.text(field).orElse("")));
    }

    private static FamilyReader bloodPressure() {
        return KeyTable.ofFrame("openmhealth.blood-pressure")
                .key("systolic", fields -> amount("systolic_blood_pressure").object(fields))
                .key("diastolic", fields -> amount("diastolic_blood_pressure").object(fields))
                .key("effective", KeyTable.ofGroup().text("date_time", "effective_time_frame.date_time")::object)
                .text("position", "position_during_measurement");
    }

    private static KeyTable amount(String name) {
        return KeyTable.ofGroup().number("value", name + ".value").text("unit", name + ".unit");
    }
}
