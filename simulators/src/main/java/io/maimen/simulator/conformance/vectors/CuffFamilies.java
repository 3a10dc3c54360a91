package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.observation.Bytes;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Blood-pressure cuffs whose makers have their own way of handing out the memory. */
final class CuffFamilies {
    private static final int RECORD_LENGTH = 14;
    private static final int LONG_RECORD_LENGTH = 16;
    private static final int MONTH_FIRST_LENGTH = 10;

    private CuffFamilies() {}

    static Map<String, FamilyReader> all() {
        return Map.of(
                "contec.08a",
                        pressures(KeyTable.ofFrame("contec.08a-record")).number("map_mmHg", "mean arterial pressure"),
                "omron.ble.frame", CuffFamilies::omronFrame,
                "omron.ble.record_le", omronRecord("omron.record-le"),
                "omron.ble.record_be", omronRecord("omron.record-be"),
                "omron.ble.time", CuffFamilies::omronTime,
                "omron.hid", FamilyReader.byDirection(CuffFamilies::omronReply, omronCommand()),
                "microlife.ble", microlifeFrame(),
                "microlife.ble.record", pressures(KeyTable.ofFrame("microlife.record")));
    }

    private static KeyTable pressures(KeyTable table) {
        return table.refusal("OMR-002", "truncated")
                .refusal("OMR-005", "empty_slot")
                .number("systolic_mmHg", "systolic")
                .number("diastolic_mmHg", "diastolic")
                .number("pulse_bpm", "pulse rate")
                .time("datetime", "time");
    }

    private static KeyTable omronRecord(String decoder) {
        return pressures(KeyTable.ofFrame(decoder))
                .key("ihb", fields -> bit(fields.text("irregular heartbeat")))
                .key("mov", fields -> bit(fields.text("movement")))
                .key("cuff_ok", fields -> bit(fields.text("cuff ok")));
    }

    /** 1 and 0 for a flag that is there. */
    private static JsonNode bit(Optional<String> flag) {
        return Json.number(flag.map(set -> Boolean.parseBoolean(set) ? "1" : "0"));
    }

    /** The frames are those of HEM-7380T, whose records are packed little-endian. */
    private static ObjectNode omronFrame(Vector vector, Decoders decoders) throws NotReadException {
        ObjectNode frame = KeyTable.ofFrame("omron.memory")
                .refusal("OMR-001", "truncated")
                .refusal("OMR-003", "xor_checksum_mismatch")
                .refusal("OMR-004", "truncated")
                .number("length", "length")
                .text("packet_type", "type")
                .text("address", "address")
                .number("size", "count")
                .text("data", "data")
                .read(vector, decoders);
        byte[] data = frame.path("data").isTextual()
                ? HexFormat.of().parseHex(frame.path("data").asText())
                : new byte[0];
        if (frame.path("packet_type").asText().equals("8100")
                && (data.length == RECORD_LENGTH || data.length == LONG_RECORD_LENGTH)) {
            Vector record =
                    new Vector(vector.id(), vector.family(), vector.direction(), Bytes.of(data), vector.expect());
            frame.set("record", omronRecord("omron.record-le").read(record, decoders));
        }
        return frame;
    }

    private static ObjectNode omronTime(Vector vector, Decoders decoders) throws NotReadException {
        String decoder = vector.bytes().size() == MONTH_FIRST_LENGTH ? "omron.time-7600t" : "omron.time";
        return KeyTable.ofFrame(decoder)
                .refusal("OMR-002", "truncated")
                .time("datetime", "time")
                .flag("sum_check", "checksum right")
                .read(vector, decoders);
    }

    private static KeyTable omronCommand() {
        return KeyTable.ofFrame("omron.usb-command").text("payload", "payload").text("ascii", "text");
    }

    private static ObjectNode omronReply(Vector vector, Decoders decoders) throws NotReadException {
        ObjectNode reply = KeyTable.ofFrame("omron.usb-reply")
                .refusal("OMR-001", "truncated")
                .refusal("OMR-003", "xor_checksum_mismatch")
                .text("status", "status")
                .text("data", "data")
                .text("ascii", "text")
                .number("count", "count")
                .number("unknown_byte1", "byte 1")
                .read(vector, decoders);
        ObjectNode reading = pressures(KeyTable.ofFrame("omron.usb-reply"))
                .flag("irregular", "irregular heartbeat")
                .flag("movement", "movement")
                .number("truread_index", "TruRead index")
                .read(vector, decoders);
        return reply.has("error") ? reply : reply.set("reading", reading);
    }

    private static KeyTable microlifeFrame() {
        return KeyTable.ofFrame("microlife.frame")
                .refusal("OMR-008", "length_mismatch")
                .refusal("OMR-009", "checksum_mismatch")
                .text("direction", "direction")
                .text("payload", "payload");
    }
}
