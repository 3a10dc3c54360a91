package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Glucose meters and continuous glucose monitors. */
final class GlucoseFamilies {
    private GlucoseFamilies() {}

    static Map<String, FamilyReader> all() {
        return Map.of(
                "ble.gls", glucose(),
                "ble.gls.context", context(),
                "ble.racp", recordAccess(),
                "ble.cgm", monitor(),
                "ble.cgm.status", monitorStatus(),
                "ble.cgm.session_start", monitorSession());
    }

    private static KeyTable glucose() {
        return GattFamilies.frame("glucose.measurement")
                .number("sequence", "sequence number")
                .time("base_time", "base time")
                .number("time_offset_min", "time offset")
                .number("concentration", "concentration")
                .key("concentration_unit", fields -> Json.text(fields.unit("concentration")))
                .key("mg_dl", fields -> scaled(fields, "kg/L", 5))
                .key("mmol_l", fields -> scaled(fields, "mol/L", 3))
                .key("mmol_l_glucose", GlucoseFamilies::asMolar)
                .word("type", "type")
                .word("location", "sample location")
                .key("status", fields -> shortened(fields, "sensor status flag", "sensor status"))
                .flag("context_follows", "context follows");
    }

    private static JsonNode scaled(Fields fields, String unit, int tens) {
        return Json.number(number(fields, unit)
                .map(number -> number.scaleByPowerOfTen(tens).toPlainString()));
    }

    private static JsonNode asMolar(Fields fields) {
        return Json.number(
                number(fields, "kg/L").map(number -> GattFamilies.millimolePerLitre(number.scaleByPowerOfTen(5))
                        .toPlainString()));
    }

    /** The concentration, where it is a number in this unit. */
    private static Optional<BigDecimal> number(Fields fields, String unit) {
        return fields.unit("concentration").filter(unit::equals).isPresent()
                ? Optional.of(Json.number(fields.text("concentration")))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::decimalValue)
                : Optional.empty();
    }

    private static KeyTable context() {
        return GattFamilies.frame("glucose.context")
                .number("sequence", "sequence number")
                .number("carbohydrate_id", "carbohydrate ID")
                .number("carbohydrate_kg", "carbohydrate")
                .number("meal", "meal")
                .number("tester", "tester")
                .number("health", "health")
                .number("exercise_s", "exercise duration")
                .number("exercise_intensity_pct", "exercise intensity")
                .number("medication_id", "medication ID")
                .number("medication", "medication")
                .number("hba1c_pct", "HbA1c");
    }

    private static KeyTable recordAccess() {
        return GattFamilies.frame("record-access.control-point")
                .refusal("GATT-004", "unsupported_operand_length")
                .word("opcode", "opcode")
                .word("operator", "operator")
                .text("operand", "operand")
                .number("count", "number of records")
                .word("request_opcode", "request opcode")
                .word("response", "response value");
    }

    private static KeyTable monitor() {
        KeyTable each = KeyTable.ofGroup()
                .number("glucose_mg_dl", "glucose")
                .number("time_offset_min", "time offset")
                .key("status", fields -> shortened(fields, "status flag", "status"))
                .key(
                        "cal_temp",
                        fields -> shortened(fields, "calibration and temperature flag", "calibration and temperature"))
                .key("warning", fields -> shortened(fields, "warning flag", "warning"))
                .number("trend_mg_dl_min", "trend")
                .number("quality_pct", "quality")
                .text("e2e_crc", "E2E-CRC");
        return crc("cgm.measurement")
                .refusal("GATT-005", "record_size_below_6")
                .refusal("GATT-006", "record_size_mismatch")
                .groups("records", "record", each);
    }

    private static KeyTable monitorStatus() {
        return crc("cgm.status")
                .number("time_offset_min", "time offset")
                .key("status", fields -> shortened(fields, "status flag", "status"))
                .key(
                        "cal_temp",
                        fields -> shortened(fields, "calibration and temperature flag", "calibration and temperature"))
                .key("warning", fields -> shortened(fields, "warning flag", "warning"))
                .text("e2e_crc", "E2E-CRC");
    }

    private static KeyTable monitorSession() {
        return crc("cgm.session-start")
                .key("start", fields -> GattFamilies.parts(fields, "session start"))
                .number("tz_quarter_hours", "time zone")
                .key(
                        "tz_minutes",
                        fields -> Json.number(
                                fields.text("time zone").map(steps -> String.valueOf(15 * Integer.parseInt(steps)))))
                .number("dst_offset_minutes", "DST offset")
                .text("e2e_crc", "E2E-CRC");
    }

    private static KeyTable crc(String decoder) {
        return GattFamilies.frame(decoder).refusal("GATT-007", "e2e_crc_mismatch");
    }

    /** The bits that are set, in words; null where the octet is not there at all. */
    private static JsonNode shortened(Fields fields, String flag, String octet) {
        return fields.text(octet).isEmpty()
                ? Json.text(Optional.empty())
                : Json.texts(
                        fields.texts(flag).stream().map(GattFamilies::shortened).toList());
    }
}
