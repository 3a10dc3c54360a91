package io.maimen.driver.result;

import io.maimen.observation.code.UcumUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Units as devices write them, and what they are in UCUM. Only what stands here is known: nothing is guessed. */
public final class ReportedUnit {
    private static final Map<String, UcumUnit> BY_SPELLING = spellings(Map.ofEntries(
            Map.entry(UcumUnit.MILLIMOLE_PER_LITRE, List.of("mmol/L", "mmol/l", "MMOL/L")),
            Map.entry(UcumUnit.MILLIGRAM_PER_DECILITRE, List.of("mg/dL", "mg/dl", "MG/DL")),
            Map.entry(new UcumUnit("umol/L"), List.of("umol/L", "umol/l", "\u00B5mol/L", "\u00B5mol/l", "\u03BCmol/L")),
            Map.entry(new UcumUnit("meq/L"), List.of("mEq/L", "meq/L", "mEq/l", "meq/l")),
            Map.entry(new UcumUnit("mg/L"), List.of("mg/L", "mg/l")),
            Map.entry(new UcumUnit("g/L"), List.of("g/L", "g/l")),
            Map.entry(new UcumUnit("g/dL"), List.of("g/dL", "g/dl")),
            Map.entry(new UcumUnit("mg/g"), List.of("mg/g")),
            Map.entry(new UcumUnit("U/L"), List.of("U/L", "U/l")),
            Map.entry(new UcumUnit("10*3/uL"), List.of("10*3/uL", "10^3/uL")),
            Map.entry(new UcumUnit("10*6/uL"), List.of("10*6/uL", "10^6/uL")),
            Map.entry(new UcumUnit("fL"), List.of("fL", "fl")),
            Map.entry(new UcumUnit("pg"), List.of("pg")),
            Map.entry(new UcumUnit("mmol/mol"), List.of("mmol/mol")),
            Map.entry(UcumUnit.MILLIMETRE_OF_MERCURY, List.of("mmHg", "mm[Hg]", "MDC_DIM_MMHG")),
            Map.entry(UcumUnit.KILOPASCAL, List.of("kPa", "MDC_DIM_KILO_PASCAL")),
            Map.entry(UcumUnit.PER_MINUTE, List.of("/min", "{beats}/min", "bpm", "MDC_DIM_BEAT_PER_MIN")),
            Map.entry(new UcumUnit("Cel"), List.of("Cel", "\u00B0C", "MDC_DIM_DEGC")),
            Map.entry(UcumUnit.PERCENT, List.of("%", "MDC_DIM_PERCENT"))));

    private ReportedUnit() {}

    /** The UCUM unit of a spelling; empty when we do not know it. */
    public static Optional<UcumUnit> find(String spelling) {
        return Optional.ofNullable(BY_SPELLING.get(spelling));
    }

    private static Map<String, UcumUnit> spellings(Map<UcumUnit, List<String>> table) {
        Map<String, UcumUnit> bySpelling = new HashMap<>();
        table.forEach((unit, spellings) -> spellings.forEach(spelling -> bySpelling.put(spelling, unit)));
        return Map.copyOf(bySpelling);
    }
}
