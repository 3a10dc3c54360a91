package io.maimen.alerting.review;

import static java.util.Objects.requireNonNull;

import io.maimen.alerting.rule.AlertRule;
import io.maimen.observation.code.BilingualText;

/**
 * The rule as it was when it opened an alert: packs change, what a doctor was told does not. Immutable.
 *
 * @param id the rule's, within the pack
 * @param pack the pack's name
 * @param version the pack's version
 * @param limit as doctors read it, such as {@code < 3.0 mmol/L}
 */
public record RuleRef(
        String id,
        String pack,
        int version,
        String source,
        BilingualText text,
        BilingualText firstAction,
        String limit) {
    public RuleRef {
        requireNonNull(id, "id");
        requireNonNull(pack, "pack");
        requireNonNull(source, "source");
        requireNonNull(text, "text");
        requireNonNull(firstAction, "firstAction");
        requireNonNull(limit, "limit");
    }

    /** {@code rule} of a pack, as it reads now. */
    public static RuleRef of(String pack, int version, AlertRule rule) {
        return new RuleRef(rule.id(), pack, version, rule.source(), rule.text(), rule.firstAction(), rule.limitText());
    }

    /** Whether both are the same rule, in whichever version. */
    public boolean isSameRule(RuleRef other) {
        return id.equals(other.id) && pack.equals(other.pack);
    }
}
