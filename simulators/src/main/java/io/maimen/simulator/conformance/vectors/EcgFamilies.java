package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Wearable and open boards for the ECG: Polar's measurement data, OpenBCI, ProtoCentral, BITalino. */
final class EcgFamilies {
    private static final int SHOWN_FIRST = 3;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final LocalDateTime POLAR_EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final DateTimeFormatter TO_THE_MICROSECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private static final KeyTable SETTINGS = KeyTable.ofGroup()
            .numbers("sample_rate", "sample rate")
            .numbers("resolution", "resolution")
            .numbers("range", "range")
            .numbers("channels", "channels");
    private static final KeyTable BEAT = KeyTable.ofGroup()
            .number("hr", "heart rate")
            .number("pp_ms", "interval")
            .number("err_ms", "error estimate")
            .number("blocker", "blocker")
            .number("skin_contact", "skin contact")
            .number("skin_contact_supported", "skin contact supported");

    private EcgFamilies() {}

    static Map<String, FamilyReader> all() {
        return Map.of(
                "polar.pmd", measurementData(),
                "polar.pmd.cp", FamilyReader.byDirection(indication(), command()),
                "polar.pmd.settings", KeyTable.ofFrame("polar.settings").key("settings", SETTINGS::object),
                "openbci.cyton", cyton(),
                "protocentral.hpi4", healthyPi(),
                "protocentral.ads1292r", shield(),
                "bitalino", bitalino());
    }

    private static KeyTable measurementData() {
        return KeyTable.ofFrame("polar.data")
                .refusal("PMD-002", "unsupported_frame_type")
                .refusal("PMD-003", "partial_sample")
                .text("type", "measurement type")
                .number("timestamp_ns_since_2000", "time stamp")
                .key(
                        "timestamp_iso",
                        fields -> Json.text(fields.text("time stamp").map(EcgFamilies::time)))
                .number("frame_type", "frame type")
                .flag("compressed", "compressed")
                .key(
                        "sample_count",
                        fields -> count(fields.texts("ECG").size()
                                + fields.groups("sample").size()))
                .numbers("ecg_uV", "ECG")
                .groups("ppi", "sample", BEAT)
                .key("xyz_mg_first3", EcgFamilies::firstVectors)
                .key("xyz_raw_first3", EcgFamilies::firstVectors)
                .key("xyz_mg_last", EcgFamilies::lastVector)
                .key("xyz_raw_last", EcgFamilies::lastVector);
    }

    private static String time(String nanosSince2000) {
        long micros = new BigInteger(nanosSince2000)
                .divide(BigInteger.valueOf(NANOS_PER_MICRO))
                .longValueExact();
        return TO_THE_MICROSECOND.format(POLAR_EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static JsonNode count(int count) {
        return Json.number(Optional.of(Integer.toString(count)));
    }

    private static JsonNode firstVectors(Fields fields) {
        return Json.list(fields.groups("sample").stream()
                .limit(SHOWN_FIRST)
                .map(EcgFamilies::vector)
                .toList());
    }

    private static JsonNode lastVector(Fields fields) {
        List<Fields> samples = fields.groups("sample");
        return samples.isEmpty() ? Json.number(Optional.empty()) : vector(samples.get(samples.size() - 1));
    }

    private static JsonNode vector(Fields sample) {
        return Json.numbers(List.of("x", "y", "z").stream()
                .flatMap(axis -> sample.text(axis).stream())
                .toList());
    }

    private static KeyTable indication() {
        return KeyTable.ofFrame("polar.control-point")
                .word("kind", "kind")
                .number("opcode", "operation")
                .text("measurement", "measurement")
                .texts("measurements", "measurement")
                .key(
                        "status",
                        fields -> Json.text(fields.text("status")
                                .map(words -> Json.snake(words).toUpperCase(Locale.ROOT))))
                .flag("more", "more")
                .text("params", "parameters");
    }

    private static KeyTable command() {
        return KeyTable.ofFrame("polar.command")
                .word("op", "operation")
                .text("measurement", "measurement")
                .key("settings", SETTINGS::object);
    }

    private static KeyTable cyton() {
        return KeyTable.ofFrame("openbci-cyton.packet")
                .refusal("ECG-110", "bad_start_byte")
                .number("sample_number", "sample number")
                .key("stop_byte", fields -> Json.text(fields.text("stop byte").map(hex -> "0x" + hex)))
                .number("packet_type", "packet type")
                .numbers("counts", "counts")
                .numbers("uV_gain24", "amplitude")
                .numbers("accel_counts", "acceleration counts")
                .numbers("accel_g", "acceleration")
                .text("aux", "auxiliary bytes");
    }

    private static KeyTable healthyPi() {
        return KeyTable.ofFrame("healthypi-v4.packet")
                .number("pkt_type", "packet type")
                .number("ecg", "ECG")
                .number("resp", "respiration")
                .number("ir", "infrared")
                .number("red", "red")
                .number("temp_c", "temperature")
                .number("resp_rate", "respiration rate")
                .number("spo2", "SpO2")
                .number("hr", "heart rate")
                .number("lead_status", "lead status");
    }

    private static KeyTable shield() {
        return KeyTable.ofFrame("ads1292r.packet")
                .number("pkt_type", "packet type")
                .number("ecg", "ECG")
                .number("resp", "respiration")
                .number("hr", "heart rate")
                .number("rr", "respiration rate");
    }

    private static KeyTable bitalino() {
        return KeyTable.ofFrame("bitalino.frame")
                .refusal("ECG-131", "crc4_mismatch")
                .number("seq", "sequence")
                .numbers("digital", "digital")
                .numbers("analog", "analog");
    }
}
