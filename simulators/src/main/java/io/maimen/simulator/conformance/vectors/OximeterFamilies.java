package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Pulse oximeters on serial lines and over their makers' own Bluetooth services. */
final class OximeterFamilies {
    private OximeterFamilies() {}

    static Map<String, FamilyReader> all() {
        return Map.of(
                "nonin.df2", OximeterFamilies::noninFormat2,
                "nonin.df8", noninFormat8(),
                "nonin.df13", noninFormat13(),
                "nonin.cmd", noninCommand(),
                "bci.5byte", bci(),
                "contec.cms50v7", contecV7(),
                "contec.cms50dbt", contecBluetooth());
    }

    private static ObjectNode noninFormat2(Vector vector, Decoders decoders) throws NotReadException {
        ObjectNode found = KeyTable.ofStream("nonin.format-2")
                .refusal("OXI-003", "status_bit7_clear")
                .refusal("OXI-004", "checksum_mismatch")
                .refusal("OXI-005", "frame_loss")
                .number("frames", "frames")
                .flag("complete", "complete")
                .flag("sensor_alarm", "sensor alarm")
                .number("hr", "HR")
                .number("spo2", "SpO2")
                .number("srev", "SREV")
                .number("spo2_d", "SpO2-D")
                .number("spo2_fast", "SpO2 fast")
                .number("spo2_bb", "SpO2 B-B")
                .number("e_hr", "E-HR")
                .number("e_spo2", "E-SpO2")
                .number("e_spo2_d", "E-SpO2-D")
                .number("hr_d", "HR-D")
                .number("e_hr_d", "E-HR-D")
                .numbers("pleth", "pleth")
                .read(vector, decoders);
        // The vectors list the first points of a packet only.
        int listed = vector.expect().path("pleth").size();
        while (found.path("pleth").size() > listed) {
            found.withArray("pleth").remove(listed);
        }
        return found;
    }

    private static KeyTable noninFormat8() {
        return KeyTable.ofFrame("nonin.format-8")
                .refusal("OXI-002", "truncated")
                .number("hr_d", "HR-D")
                .number("spo2_d", "SpO2-D")
                .flag("out_of_track", "out of track")
                .flag("low_perfusion", "low perfusion")
                .flag("marginal_perfusion", "marginal perfusion")
                .flag("artifact", "artifact")
                .flag("smartpoint", "SmartPoint")
                .flag("sensor_alarm", "sensor alarm")
                .flag("low_battery", "low battery");
    }

    private static KeyTable noninFormat13() {
        return KeyTable.ofFrame("nonin.format-13")
                .refusal("OXI-002", "truncated")
                .refusal("OXI-004", "checksum_mismatch")
                .time("timestamp", "time")
                .flag("smartpoint_high_quality", "SmartPoint high quality")
                .flag("no_measurement", "no measurement")
                .flag("from_memory", "from memory")
                .flag("low_battery", "low battery")
                .number("pulse_rate", "pulse rate")
                .number("spo2", "SpO2");
    }

    private static KeyTable noninCommand() {
        return KeyTable.ofFrame("nonin.command")
                .word("command", "command")
                .number("format", "format")
                .number("yy", "year")
                .number("month", "month")
                .number("day", "day")
                .number("hour", "hour")
                .number("minute", "minute")
                .number("second", "second");
    }

    private static KeyTable bci() {
        return KeyTable.ofFrame("bci.frame")
                .refusal("OXI-001", "sync")
                .refusal("OXI-002", "sync")
                .refusal("OXI-006", "sync")
                .number("signal_strength", "signal strength")
                .flag("no_signal", "no signal")
                .flag("probe_unplugged", "probe unplugged")
                .flag("beep", "beep")
                .number("pleth", "pleth")
                .number("bar", "bar")
                .flag("no_finger", "no finger")
                .flag("searching", "searching")
                .number("pulse_rate", "pulse rate")
                .number("spo2", "SpO2");
    }

    private static KeyTable contecV7() {
        return KeyTable.ofFrame("contec.v7")
                .refusal("OXI-001", "sync")
                .refusal("OXI-002", "sync")
                .refusal("OXI-006", "sync")
                .text("type", "type")
                .text("data", "data")
                .text("string", "text")
                .text("command", "command")
                .word("reason", "reason")
                .flag("pi_supported", "PI supported")
                .number("signal_strength", "signal strength")
                .flag("search_too_long", "search too long")
                .flag("low_spo2", "low SpO2")
                .flag("beep", "beep")
                .flag("probe_error", "probe error")
                .number("waveform", "pleth")
                .flag("searching", "searching")
                .number("bar", "bar")
                .flag("pi_invalid", "PI invalid")
                .number("pulse_rate", "pulse rate")
                .number("spo2", "SpO2")
                .number("pi_pct", "PI");
    }

    private static KeyTable contecBluetooth() {
        return KeyTable.ofFrame("contec.cms50d-bt")
                .refusal("OXI-002", "truncated")
                .refusal("OXI-004", "checksum_mismatch")
                .word("kind", "kind")
                .number("status", "status")
                .number("pulse_rate", "pulse rate")
                .number("spo2", "SpO2")
                .number("byte5", "byte 5")
                .number("byte6", "byte 6")
                .number("pleth", "pleth")
                .number("bar", "bar");
    }
}
