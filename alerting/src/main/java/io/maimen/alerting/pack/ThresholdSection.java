package io.maimen.alerting.pack;

import io.maimen.alerting.rule.AcceptedUnits;
import io.maimen.alerting.rule.Limit;
import io.maimen.alerting.rule.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code code}, {@code raise} and {@code clear}: in a rule of one quantity, or in each entry of its {@code limits}. */
record ThresholdSection(PackProblems problems, Map<String, AcceptedUnits> quantities) {
    static final List<String> FIELDS = List.of("code", "raise", "clear");

    /** The rule's limits, or none where something is wrong with them. */
    List<Threshold> read(PackField rule) {
        if (!rule.get("limits").isGiven()) {
            return one(rule).map(List::of).orElse(List.of());
        }
        List<Threshold> read = new ArrayList<>();
        for (PackField entry : rule.get("limits").items()) {
            entry.fields(FIELDS, List.of());
            one(entry).ifPresent(threshold -> add(threshold, entry, read));
        }
        return read;
    }

    private static void add(Threshold threshold, PackField entry, List<Threshold> read) {
        if (read.stream().anyMatch(other -> other.code().equals(threshold.code()))) {
            entry.get("code").refuse("PACK-011", "be a quantity not yet given");
        } else if (read.stream()
                .anyMatch(other -> other.raise().isBelow() != threshold.raise().isBelow())) {
            entry.get("raise").refuse("PACK-016", "be in the direction of the limits before it");
        } else {
            read.add(threshold);
        }
    }

    private Optional<Threshold> one(PackField entry) {
        int before = problems.count();
        Optional<AcceptedUnits> units = units(entry.get("code"));
        Optional<Limit> raise = limit(entry.get("raise"), units);
        Optional<Limit> clear = limit(entry.get("clear"), units);
        if (problems.count() > before || units.isEmpty() || raise.isEmpty() || clear.isEmpty()) {
            return Optional.empty();
        }
        if (!raise.get().complement().contains(clear.get())) {
            String free = raise.get().complement().toString();
            entry.get("clear").refuse("PACK-009", "lie within " + free + ", where the rule is not met");
            return Optional.empty();
        }
        return Optional.of(new Threshold(units.get(), raise.get(), clear.get()));
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
}
