package io.maimen.simulator.conformance.vectors;

import java.util.Map;

/** Scales that speak their maker's own layout. */
final class ScaleFamilies {
    private ScaleFamilies() {}

    static Map<String, FamilyReader> all() {
        return Map.of(
                "ble.bcs.xiaomi",
                KeyTable.ofFrame("scale.xiaomi")
                        .refusal("SCA-001", "truncated")
                        .text("unit", "unit")
                        .time("timestamp", "time")
                        .flag("impedance_present", "impedance present")
                        .flag("stabilised", "stabilised")
                        .flag("weight_removed", "weight removed")
                        .number("impedance_raw", "impedance")
                        .number("weight_kg", "weight"),
                "scale.bs444",
                KeyTable.ofFrame("scale.medisana")
                        .refusal("SCA-001", "truncated")
                        .number("weight_kg", "weight")
                        .number("seconds_since_2010", "seconds since 2010")
                        .time("timestamp_local", "time")
                        .number("user_id", "user"));
    }
}
