package io.maimen.alerting.pack;

import io.maimen.alerting.rule.AcceptedUnits;
import io.maimen.alerting.rule.LimitRule;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.Proof;
import io.maimen.alerting.rule.Threshold;
import io.maimen.observation.code.BilingualText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code rules}, one entry at a time. */
final class RuleSection {
    private static final List<String> FIELDS = List.of("id", "family", "priority", "text", "firstAction", "source");
    private static final List<String> OPTIONAL = List.of("proof", "acknowledgeWithin");

    private final PackProblems problems;
    private final UniqueIds ids;
    private final ThresholdSection thresholds;

    /** @param quantities by their code as written */
    RuleSection(PackProblems problems, UniqueIds ids, Map<String, AcceptedUnits> quantities) {
        this.problems = problems;
        this.ids = ids;
        this.thresholds = new ThresholdSection(problems, quantities);
    }

    /** The rule; empty where something is wrong with it. */
    Optional<LimitRule> read(PackField entry) {
        int before = problems.count();
        entry.fields(fields(entry), OPTIONAL);
        Optional<String> id = ids.read(entry.get("id"));
        Optional<String> family = entry.get("family").name();
        List<Threshold> limits = thresholds.read(entry);
        Optional<Proof> proof = ProofSection.read(entry.get("proof"));
        Optional<Priority> priority = priority(entry.get("priority"));
        Optional<Duration> within = entry.get("acknowledgeWithin").duration();
        Optional<BilingualText> text = entry.get("text").bilingual();
        Optional<BilingualText> firstAction = entry.get("firstAction").bilingual();
        Optional<String> source = entry.get("source").text();
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new LimitRule(
                        id.orElseThrow(),
                        family.orElseThrow(),
                        limits,
                        proof.orElseThrow(),
                        priority.orElseThrow(),
                        within,
                        text.orElseThrow(),
                        firstAction.orElseThrow(),
                        source.orElseThrow()));
    }

    /** A rule of one quantity says its limits itself; one of several has a list of them. */
    private static List<String> fields(PackField entry) {
        Stream<String> limits = entry.get("limits").isGiven() ? Stream.of("limits") : ThresholdSection.FIELDS.stream();
        return Stream.concat(FIELDS.stream(), limits).toList();
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
