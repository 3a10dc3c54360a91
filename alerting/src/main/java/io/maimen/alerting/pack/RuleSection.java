package io.maimen.alerting.pack;

import io.maimen.alerting.rule.AcceptedUnits;
import io.maimen.alerting.rule.Limit;
import io.maimen.alerting.rule.LimitRule;
import io.maimen.alerting.rule.Priority;
import io.maimen.observation.code.BilingualText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code rules}, one entry at a time. */
final class RuleSection {
    private static final List<String> FIELDS =
            List.of("id", "family", "code", "raise", "clear", "priority", "text", "firstAction", "source");

    private final PackProblems problems;
    private final UniqueIds ids;
    private final Map<String, AcceptedUnits> quantities;

    /** @param quantities by their code as written */
    RuleSection(PackProblems problems, UniqueIds ids, Map<String, AcceptedUnits> quantities) {
        this.problems = problems;
        this.ids = ids;
        this.quantities = quantities;
    }

    /** The rule; empty where something is wrong with it. */
    Optional<LimitRule> read(PackField entry) {
        int before = problems.count();
        entry.fields(FIELDS, List.of());
        Optional<String> id = ids.read(entry.get("id"));
        Optional<String> family = entry.get("family").name();
        Optional<AcceptedUnits> units = units(entry.get("code"));
        Optional<Limit> raise = limit(entry.get("raise"), units);
        Optional<Limit> clear = limit(entry.get("clear"), units);
        if (problems.count() == before && raise.isPresent() && clear.isPresent()) {
            checkSides(entry.get("clear"), raise.get(), clear.get());
        }
        Optional<Priority> priority = priority(entry.get("priority"));
        Optional<BilingualText> text = entry.get("text").bilingual();
        Optional<BilingualText> firstAction = entry.get("firstAction").bilingual();
        Optional<String> source = entry.get("source").text();
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new LimitRule(
                        id.orElseThrow(),
                        family.orElseThrow(),
                        units.orElseThrow(),
                        raise.orElseThrow(),
                        clear.orElseThrow(),
                        priority.orElseThrow(),
                        text.orElseThrow(),
                        firstAction.orElseThrow(),
                        source.orElseThrow()));
    }

    private Optional<AcceptedUnits> units(PackField field) {
        String accepted = String.join(", ", quantities.keySet());
        return field.as("PACK-005", "be the code of one of quantities: " + accepted, text -> {
            if (!quantities.containsKey(text)) {
                throw new IllegalArgumentException(text);
            }
            return quantities.get(text);
        });
    }

    private static Optional<Limit> limit(PackField field, Optional<AcceptedUnits> units) {
        Optional<Limit> limit = field.as("PACK-006", LimitText.LIMIT_FORM, LimitText::parse);
        if (limit.isPresent() && units.isPresent()) {
            AcceptedUnits known = units.get();
            if (!limit.get().bound().unit().equals(known.unit())) {
                field.refuse("PACK-007", "be in " + known.unit() + " for " + known.code());
            }
        }
        return limit;
    }

    private static void checkSides(PackField field, Limit raise, Limit clear) {
        if (!raise.complement().contains(clear)) {
            field.refuse("PACK-009", "lie within " + raise.complement() + ", where the rule is not met");
        }
    }

    /** {@code T} is left to the machine's own conditions: a limit is about a patient. */
    private static Optional<Priority> priority(PackField field) {
        return field.as("PACK-010", "be one of P1, P2, P3", text -> {
            Priority priority = Priority.valueOf(text);
            if (priority == Priority.T) {
                throw new IllegalArgumentException(text);
            }
            return priority;
        });
    }
}
