package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Characteristics of the Bluetooth SIG. */
final class GattFamilies {
    private static final String CUT_OFF = "GATT-001";
    private static final String TRUNCATED = "truncated";
    private static final BigDecimal GLUCOSE_GRAM_PER_MOLE = new BigDecimal("18.016");
    private static final Map<String, String> UNITS = Map.of(
            "mm[Hg]", "mmHg", "kPa", "kPa", "Cel", "C", "[degF]", "F", "kg", "kg", "[lb_av]", "lb", "m", "m", "[in_i]",
            "in");

    private GattFamilies() {}

    static Map<String, FamilyReader> all() {
        Map<String, FamilyReader> all = new HashMap<>();
        all.put(
                "ble.bps",
                bloodPressure("blood-pressure.measurement").key("timestamp", fields -> parts(fields, "time stamp")));
        all.put(
                "ble.bps.beurer",
                bloodPressure("blood-pressure.measurement-bm85").time("timestamp", "time stamp"));
        all.put(
                "ble.icp",
                cuff("blood-pressure.intermediate-cuff-pressure")
                        .number("cuff_pressure", "cuff pressure")
                        .key("unit", fields -> unit(fields, "cuff pressure"))
                        .key("timestamp", fields -> parts(fields, "time stamp")));
        all.put("ble.hrs", heartRate());
        all.put("ble.hts", thermometer());
        all.put("ble.wss", weight());
        all.put("ble.bcs", bodyComposition());
        all.put("ble.plx.cont", oximeter("pulse-oximeter.continuous"));
        all.put(
                "ble.plx.spot",
                oximeter("pulse-oximeter.spot-check")
                        .flag("device_clock_not_set", "device clock not set")
                        .time("timestamp", "time stamp"));
        all.put("ble.datetime", dateTime());
        all.put("ble.cts", currentTime());
        all.put("ieee11073.sfloat", KeyTable.ofFrame("ieee11073.sfloat").number("value", "value"));
        all.put("ieee11073.float", KeyTable.ofFrame("ieee11073.float").number("value", "value"));
        all.putAll(GlucoseFamilies.all());
        return all;
    }

    /** What measurement and intermediate cuff pressure share. */
    private static KeyTable cuff(String decoder) {
        return frame(decoder)
                .number("pulse_rate_bpm", "pulse rate")
                .number("user_id", "user ID")
                .words("status", "measurement status flag")
                .word("pulse_rate_range", "pulse rate range");
    }

    private static KeyTable bloodPressure(String decoder) {
        return cuff(decoder)
                .key("unit", fields -> unit(fields, "systolic"))
                .number("systolic", "systolic")
                .number("diastolic", "diastolic")
                .number("map", "mean arterial pressure");
    }

    private static KeyTable heartRate() {
        return frame("heart-rate.measurement")
                .number("heart_rate_bpm", "heart rate")
                .word("contact", "sensor contact")
                .number("energy_kj", "energy expended")
                .numbers("rr_1024", "RR interval")
                .key(
                        "rr_ms",
                        fields -> Json.numbers(fields.texts("RR interval").stream()
                                .map(GattFamilies::milliseconds)
                                .toList()));
    }

    private static String milliseconds(String of1024) {
        return new BigDecimal(of1024)
                .multiply(new BigDecimal("0.9765625"))
                .setScale(4, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static KeyTable thermometer() {
        return frame("thermometer.measurement")
                .number("temperature", "temperature")
                .key("unit", fields -> unit(fields, "temperature"))
                .time("timestamp", "time stamp")
                .word("type", "temperature type");
    }

    private static KeyTable weight() {
        return frame("weight-scale.measurement")
                .key("weight", GattFamilies::weighed)
                .key("unit", fields -> unit(fields, "weight"))
                .time("timestamp", "time stamp")
                .number("user_id", "user ID")
                .number("bmi", "body mass index")
                .number("height", "height")
                .key("height_unit", fields -> unit(fields, "height"));
    }

    private static JsonNode weighed(Fields fields) {
        return fields.text("weight").filter("measurement unsuccessful"::equals).isPresent()
                ? Json.text(Optional.of("MEASUREMENT_UNSUCCESSFUL"))
                : Json.number(fields.text("weight"));
    }

    private static KeyTable bodyComposition() {
        return frame("body-composition.measurement")
                .number("body_fat_pct", "body fat")
                .text("mass_unit", "mass unit")
                .time("timestamp", "time stamp")
                .number("user_id", "user ID")
                .number("basal_metabolism_kj", "basal metabolism")
                .number("muscle_pct", "muscle percentage")
                .number("muscle_mass", "muscle mass")
                .number("fat_free_mass", "fat free mass")
                .number("soft_lean_mass", "soft lean mass")
                .number("body_water_mass", "body water mass")
                .number("impedance_ohm", "impedance")
                .number("weight", "weight")
                .number("height", "height")
                .flag("multiple_packet", "multiple packet");
    }

    private static KeyTable oximeter(String decoder) {
        return frame(decoder)
                .number("spo2_pct", "SpO2")
                .number("pr_bpm", "pulse rate")
                .number("spo2_fast", "SpO2 fast")
                .number("pr_fast", "pulse rate fast")
                .number("spo2_slow", "SpO2 slow")
                .number("pr_slow", "pulse rate slow")
                .words("measurement_status", "measurement status flag")
                .words("device_sensor_status", "device and sensor status flag")
                .number("pai_pct", "pulse amplitude index");
    }

    private static FamilyReader dateTime() {
        KeyTable table = KeyTable.ofFrame("date-time")
                .refusal("GATT-008", "length")
                .key("parts", fields -> parts(fields, "date time"));
        return (vector, decoders) -> {
            ObjectNode found = table.read(vector, decoders);
            return found.has("parts") ? (ObjectNode) found.path("parts") : found;
        };
    }

    private static KeyTable currentTime() {
        return frame("current-time")
                .time("datetime", "date time")
                .number("day_of_week", "day of week")
                .number("fraction_256", "fraction")
                .words("adjust", "adjust reason flag");
    }

    static KeyTable frame(String decoder) {
        return KeyTable.ofFrame(decoder).refusal(CUT_OFF, TRUNCATED);
    }

    private static JsonNode unit(Fields fields, String field) {
        return Json.text(fields.unit(field).map(unit -> UNITS.getOrDefault(unit, unit)));
    }

    /** A date and time in its parts; what the device does not know (0) is null, and then there is no {@code iso}. */
    static JsonNode parts(Fields fields, String field) {
        Optional<String> text = fields.text(field);
        if (text.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        List<String> numbers = List.of(text.get().split("[-: ]", 6));
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        List<String> names = List.of("year", "month", "day", "hour", "minute", "second");
        boolean known = true;
        for (int i = 0; i < names.size(); i++) {
            int number = Integer.parseInt(numbers.get(i));
            boolean unknown = number == 0 && i < 3;
            known &= !unknown;
            parts.put(names.get(i), unknown ? null : Integer.valueOf(number));
        }
        parts.put("iso", known ? text.get().replace(' ', 'T') : null);
        return parts;
    }

    /** {@code sensor temperature too high} is {@code sensor_temp_too_high} to the vectors. */
    static String shortened(String words) {
        return Json.snake(words.toLowerCase(Locale.ROOT).replace("temperature", "temp"));
    }

    static BigDecimal millimolePerLitre(BigDecimal milligramPerDecilitre) {
        return milligramPerDecilitre.divide(GLUCOSE_GRAM_PER_MOLE, 2, RoundingMode.HALF_EVEN);
    }
}
