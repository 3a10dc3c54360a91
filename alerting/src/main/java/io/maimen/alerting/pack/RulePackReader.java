package io.maimen.alerting.pack;

import io.maimen.alerting.paging.Paging;
import io.maimen.alerting.rule.AcceptedUnits;
import io.maimen.alerting.rule.LimitRule;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.UnitRule;
import io.maimen.observation.code.BilingualText;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a rule pack, or says everything that is wrong with it. */
public final class RulePackReader {
    private static final List<String> FIELDS = List.of(
            "pack", "version", "title", "source", "signOff", "lateAfter", "acknowledgeWithin", "quantities", "rules");

    private final PackProblems problems = new PackProblems();
    private final UniqueIds ids = new UniqueIds();

    private RulePackReader() {}

    /**
     * Reads a pack.
     *
     * @param yaml UTF-8, left open
     * @param name of the file, for the error text
     * @throws RulePackException with every problem: code {@code PACK-…}, line, field, what must hold, what was
     */
    public static RulePack read(InputStream yaml, String name) throws RulePackException {
        RulePackReader reader = new RulePackReader();
        Optional<YamlNode> root = YamlTree.read(yaml, reader.problems);
        reader.problems.throwIfAny(name);
        Optional<RulePack> pack = reader.pack(new PackField("", 1, root, reader.problems));
        reader.problems.throwIfAny(name);
        return pack.orElseThrow();
    }

    private Optional<RulePack> pack(PackField root) {
        root.fields(FIELDS, List.of());
        Optional<String> id = root.get("pack").name();
        Optional<Integer> version = root.get("version").as("PACK-004", "be a whole number from 1", text -> {
            if (!text.matches("[1-9][0-9]{0,8}")) {
                throw new IllegalArgumentException(text);
            }
            return Integer.valueOf(text);
        });
        Optional<BilingualText> title = root.get("title").bilingual();
        Optional<String> source = root.get("source").text();
        Optional<SignOff> signOff = signOff(root.get("signOff"));
        Optional<Duration> lateAfter = root.get("lateAfter").duration();
        Map<Priority, Duration> within = acknowledgeWithin(root.get("acknowledgeWithin"));
        List<UnitRule> unitRules = unitRules(root.get("quantities"));
        List<LimitRule> rules = rules(root.get("rules"), unitRules);
        return problems.count() > 0
                ? Optional.empty()
                : Optional.of(new RulePack(
                        id.orElseThrow(),
                        version.orElseThrow(),
                        title.orElseThrow(),
                        source.orElseThrow(),
                        signOff.orElseThrow(),
                        new Paging(lateAfter.orElseThrow()),
                        within,
                        rules,
                        unitRules));
    }

    private static Optional<SignOff> signOff(PackField field) {
        field.fields(List.of("statement"), List.of("by", "on"));
        Optional<BilingualText> statement = field.get("statement").bilingual();
        PackField by = field.get("by");
        PackField on = field.get("on");
        Optional<String> name = by.text();
        Optional<LocalDate> day = on.as("PACK-013", "be a day as YYYY-MM-DD", LocalDate::parse);
        if (by.isGiven() != on.isGiven()) {
            field.refuse("PACK-013", "have both by and on, or neither while nobody signed", "half signed");
        }
        Optional<SignOff.Signature> signature =
                name.flatMap(person -> day.map(date -> new SignOff.Signature(person, date)));
        return statement.map(text -> new SignOff(signature, text));
    }

    private static Map<Priority, Duration> acknowledgeWithin(PackField field) {
        field.fields(Arrays.stream(Priority.values()).map(Priority::name).toList(), List.of());
        Map<Priority, Duration> within = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            field.get(priority.name()).duration().ifPresent(duration -> within.put(priority, duration));
        }
        return within;
    }

    private List<UnitRule> unitRules(PackField list) {
        QuantitySection section = new QuantitySection(problems, ids);
        List<UnitRule> read = new ArrayList<>();
        for (PackField entry : list.items()) {
            section.read(entry).ifPresent(rule -> {
                if (read.stream()
                        .anyMatch(other ->
                                other.units().code().equals(rule.units().code()))) {
                    entry.get("code").refuse("PACK-011", "be a quantity not yet given");
                }
                read.add(rule);
            });
        }
        return read;
    }

    private List<LimitRule> rules(PackField list, List<UnitRule> unitRules) {
        Map<String, AcceptedUnits> quantities = new LinkedHashMap<>();
        unitRules.forEach(rule -> quantities.put(rule.units().code().toString(), rule.units()));
        RuleSection section = new RuleSection(problems, ids, quantities);
        List<LimitRule> read = new ArrayList<>();
        for (PackField entry : list.items()) {
            section.read(entry).ifPresent(rule -> {
                read.forEach(earlier -> FamilyCheck.check(earlier, rule, entry));
                read.add(rule);
            });
        }
        return read;
    }
}
