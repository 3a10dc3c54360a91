package io.maimen.alerting.pack;

import io.maimen.alerting.rule.Limit;
import io.maimen.alerting.rule.LimitRule;

/** Whether two rules of a family can be put in order: one must lie within the other and be no less urgent. */
final class FamilyCheck {
    private static final String CODE = "PACK-012";

    private FamilyCheck() {}

    /** Reports at {@code later}, the entry of {@code rule}, what keeps it from being kin of {@code earlier}. */
    static void check(LimitRule earlier, LimitRule rule, PackField later) {
        if (!earlier.family().equals(rule.family())) {
            return;
        }
        Limit limit = rule.raise();
        String kin = earlier.id() + " (" + earlier.raise() + ", " + earlier.priority() + ")";
        if (!earlier.code().equals(rule.code()) || earlier.raise().isBelow() != limit.isBelow()) {
            later.get("family").refuse(CODE, "join rules of one code and direction, as " + kin);
            return;
        }
        boolean isWithin = earlier.raise().contains(limit);
        if (isWithin && limit.contains(earlier.raise())) {
            later.get("raise").refuse(CODE, "differ from that of its kin " + kin);
            return;
        }
        LimitRule severe = isWithin ? rule : earlier;
        LimitRule mild = isWithin ? earlier : rule;
        if (mild.priority().isMoreUrgentThan(severe.priority())) {
            later.get("priority").refuse(CODE, "give the stricter limit the higher priority beside " + kin);
        }
    }
}
