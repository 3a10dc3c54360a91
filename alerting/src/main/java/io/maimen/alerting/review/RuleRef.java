package io.maimen.alerting.review;

import static java.util.Objects.requireNonNull;

import io.maimen.alerting.rule.AlertRule;
import io.maimen.alerting.rule.Decision;
import io.maimen.alerting.rule.OwnLimit;
import io.maimen.observation.code.BilingualText;
import java.util.Optional;

/**
 * The rule as it was when it opened an alert: packs change, what a doctor was told does not. Immutable.
 *
 * @param id the rule's, within the pack
 * @param pack the pack's name
 * @param version the pack's version
 * @param limit as doctors read it, such as {@code < 3.0 mmol/L}
 * @param own who decided on this limit for this patient; empty where it is the pack's
 */
public record RuleRef(
        String id,
        String pack,
        int version,
        String source,
        BilingualText text,
        BilingualText firstAction,
        String limit,
        Optional<Decision> own) {
    public RuleRef {
        requireNonNull(id, "id");
        requireNonNull(pack, "pack");
        requireNonNull(source, "source");
        requireNonNull(text, "text");
        requireNonNull(firstAction, "firstAction");
        requireNonNull(limit, "limit");
        requireNonNull(own, "own");
    }

    /** {@code rule} of a pack, as it reads now. */
    public static RuleRef of(String pack, int version, AlertRule rule) {
        return new RuleRef(
                rule.id(),
                pack,
                version,
                rule.source(),
                rule.text(),
                rule.firstAction(),
                rule.limitText(),
                Optional.empty());
    }

    /** The same rule with a patient's own limit. */
    public RuleRef under(OwnLimit limit) {
        return new RuleRef(id, pack, version, source, text, firstAction, limit.text(), Optional.of(limit.decision()));
    }

    /** Whether both are the same rule, in whichever version. */
    public boolean isSameRule(RuleRef other) {
        return id.equals(other.id) && pack.equals(other.pack);
    }
}
