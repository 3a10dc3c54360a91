package io.maimen.alerting.pack;

import io.maimen.alerting.rule.AcceptedUnits;
import io.maimen.alerting.rule.UnitRule;
import io.maimen.observation.code.BilingualText;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code quantities}: in which units each quantity can be judged. */
final class QuantitySection {
    private static final List<String> FIELDS = List.of("id", "code", "unit", "text", "firstAction", "source");

    private final PackProblems problems;
    private final UniqueIds ids;

    QuantitySection(PackProblems problems, UniqueIds ids) {
        this.problems = problems;
        this.ids = ids;
    }

    /** The quantity's rule; empty where something is wrong with it. */
    Optional<UnitRule> read(PackField entry) {
        int before = problems.count();
        entry.fields(FIELDS, List.of("conversions"));
        Optional<String> id = ids.read(entry.get("id"));
        Optional<ObservationCode> code = code(entry.get("code"));
        Optional<UcumUnit> unit = unit(entry.get("unit"), code);
        Map<UcumUnit, BigDecimal> others = conversions(entry.get("conversions"), unit);
        Optional<BilingualText> text = entry.get("text").bilingual();
        Optional<BilingualText> firstAction = entry.get("firstAction").bilingual();
        Optional<String> source = entry.get("source").text();
        return problems.count() > before || !entry.isGiven()
                ? Optional.empty()
                : Optional.of(new UnitRule(
                        id.orElseThrow(),
                        new AcceptedUnits(code.orElseThrow(), unit.orElseThrow(), others),
                        text.orElseThrow(),
                        firstAction.orElseThrow(),
                        source.orElseThrow()));
    }

    /** A quantity we know and patients have: control solution is in no pack. */
    private static Optional<ObservationCode> code(PackField field) {
        List<Nomenclature.Entry> entries = Nomenclature.entries().stream()
                .filter(entry -> !entry.code().equals(Nomenclature.GLUCOSE_CONTROL))
                .toList();
        String accepted = entries.stream()
                .map(entry -> entry.code() + " (" + entry.display().en() + ")")
                .collect(Collectors.joining(", "));
        return field.as("PACK-005", "be one of " + accepted, text -> {
            ObservationCode code = ObservationCode.parse(text);
            if (entries.stream().noneMatch(entry -> entry.code().equals(code))) {
                throw new IllegalArgumentException(text);
            }
            return code;
        });
    }

    private static Optional<UcumUnit> unit(PackField field, Optional<ObservationCode> code) {
        Optional<UcumUnit> expected = code.flatMap(Nomenclature::find).map(Nomenclature.Entry::unit);
        Optional<UcumUnit> unit = field.as("PACK-007", "be a UCUM unit, such as mmol/L", UcumUnit::new);
        if (unit.isPresent() && expected.isPresent() && !unit.equals(expected)) {
            field.refuse("PACK-007", "be " + expected.get() + " for " + code.get());
        }
        return unit;
    }

    private static Map<UcumUnit, BigDecimal> conversions(PackField list, Optional<UcumUnit> unit) {
        Map<UcumUnit, BigDecimal> factors = new HashMap<>();
        for (PackField entry : list.items()) {
            entry.fields(List.of("unit", "factor", "source"), List.of());
            entry.get("source").text();
            Optional<BigDecimal> factor =
                    entry.get("factor").as("PACK-008", LimitText.DECIMAL_FORM, LimitText::positiveDecimal);
            Optional<UcumUnit> other = entry.get("unit").as("PACK-007", "be a UCUM unit, such as mg/dL", UcumUnit::new);
            if (other.isPresent() && (other.equals(unit) || factors.containsKey(other.get()))) {
                entry.get("unit").refuse("PACK-007", "be a unit not yet accepted for this quantity");
            } else if (other.isPresent() && factor.isPresent()) {
                factors.put(other.get(), factor.get());
            }
        }
        return factors;
    }
}
