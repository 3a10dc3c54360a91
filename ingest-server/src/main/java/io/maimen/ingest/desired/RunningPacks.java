package io.maimen.ingest.desired;

import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.rule.LimitRule;
import io.maimen.observation.wire.DesiredContent.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The packs this server judges by. Immutable.
 *
 * @param texts in their authors' words
 * @param rules all their limit rules
 */
public record RunningPacks(List<Pack> texts, List<LimitRule> rules) {
    public RunningPacks {
        texts = List.copyOf(texts);
        rules = List.copyOf(rules);
    }

    /**
     * Finds the text of each pack.
     *
     * @param rules the packs; the first is the house's own where it has one, the others are shipped
     * @param own where the house's own pack lies
     */
    public static RunningPacks of(List<RulePack> rules, Optional<Path> own) throws IOException {
        List<Pack> packs = new ArrayList<>();
        for (RulePack rule : rules) {
            String yaml =
                    packs.isEmpty() && own.isPresent() ? Files.readString(own.get()) : RulePacks.shippedText(rule.id());
            packs.add(new Pack(rule.id(), rule.version(), yaml));
        }
        return new RunningPacks(
                packs, rules.stream().flatMap(pack -> pack.rules().stream()).toList());
    }

    /** The rule of this name; empty where no pack has it. */
    Optional<LimitRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
