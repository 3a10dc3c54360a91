package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.observation.FrameField;
import java.util.Map;

/** Analysers on a desk: POCT1-A messages, the mini-VIDAS' fields, the SPOTCHEM's printed line; ASTM's in a file of its own. */
final class AnalyserFamilies {
    private static final String VIDAS_FIELD = "field.";
    private static final KeyTable OBSERVATION = KeyTable.ofGroup()
            .text("id", "observation_id")
            .text("value", "value")
            .text("unit", "value unit")
            .text("method", "method_cd")
            .text("interpretation", "interpretation_cd")
            .texts("notes", "NTE.text");

    private AnalyserFamilies() {}

    static Map<String, FamilyReader> all() {
        return Map.of("poct1a", poct1a(), "vidas.frame", vidas(), "spotchem.frame", spotchem());
    }

    private static FamilyReader poct1a() {
        return KeyTable.ofStream("poct1a")
                .text("root", "root")
                .text("message_type", "HDR.message_type")
                .text("control_id", "HDR.control_id")
                .text("version", "HDR.version_id")
                .text("created", "HDR.creation_dttm")
                .text("device", "DEV.device_id")
                .text("model", "DEV.model_id")
                .text("serial", "DEV.serial_id")
                .text("sw", "DEV.sw_version")
                .text("app_timeout_s", "DCP.application_timeout")
                .text("profile", "DSC.connection_profile_cd")
                .text("max_message_sz", "DSC.max_message_sz")
                .texts("directives", "DSC.directives_supported_cd")
                .texts("topics", "DSC.topics_supported_cd")
                .text("new_obs", "DST.new_observations_qty")
                .text("condition", "DST.condition_cd")
                .text("request", "REQ.request_cd")
                .text("command", "DTV.command_cd")
                .text("service_role", "SVC.role_cd")
                .text("obs_time", "SVC.observation_dttm")
                .key(
                        "reason",
                        fields -> Json.text(fields.text("SVC.reason_cd")
                                .or(() -> fields.text("TRM.reason_cd"))
                                .or(() -> fields.text("END.reason_cd"))))
                .text("seq", "SVC.sequence_nbr")
                .text("patient", "PT.patient_id")
                .text("reagent_lot", "RGT.lot_number")
                .text("ack_type", "ACK.type_cd")
                .text("ack_control_id", "ACK.ack_control_id")
                .text("ack_error", "ACK.error_detail_cd")
                .text("eot_topic", "EOT.topic_cd")
                .text("eot_control_id", "EOT.eot_control_id")
                .groups("observations", "OBS", OBSERVATION);
    }

    private static FamilyReader vidas() {
        return KeyTable.ofFrame("vidas.frame")
                .refusal("POC-003", "checksum_mismatch")
                .text("checksum", "checksum")
                .key("fields", AnalyserFamilies::vidasFields);
    }

    private static ObjectNode vidasFields(Fields fields) {
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        for (FrameField field : fields.all()) {
            if (field.name().startsWith(VIDAS_FIELD)) {
                found.put(field.name().substring(VIDAS_FIELD.length()), field.value());
            }
        }
        return found;
    }

    /** There is no checksum in this format, never. */
    private static FamilyReader spotchem() {
        return KeyTable.ofFrame("spotchem.frame")
                .text("text", "text")
                .number("na_mmol_l", "Na")
                .number("k_mmol_l", "K")
                .number("cl_mmol_l", "Cl")
                .key("has_checksum", fields -> BooleanNode.FALSE);
    }
}
