package io.maimen.alerting.pack;

import io.maimen.alerting.rule.LimitRule;
import io.maimen.alerting.rule.Threshold;
import io.maimen.observation.code.ObservationCode;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether two rules of a family can be put in order: one must be the more severe, and no less urgent. */
final class FamilyCheck {
    private static final String CODE = "PACK-012";

    private FamilyCheck() {}

    /** Reports at {@code later}, the entry of {@code rule}, what keeps it from being kin of {@code earlier}. */
    static void check(LimitRule earlier, LimitRule rule, PackField later) {
        if (!earlier.family().equals(rule.family())) {
            return;
        }
        String kin = earlier.id() + " (" + earlier.limitText() + ", " + earlier.priority() + ")";
        if (!codes(earlier).equals(codes(rule)) || isBelow(earlier) != isBelow(rule)) {
            later.get("family").refuse(CODE, "join rules of the same codes and direction, as " + kin);
            return;
        }
        boolean isSevere = rule.isMoreSevereThan(earlier);
        if (isSevere == earlier.isMoreSevereThan(rule)) {
            later.get(later.get("raise").isGiven() ? "raise" : "limits")
                    .refuse(CODE, "be stricter or wider than that of its kin " + kin + ", or its proof stronger");
            return;
        }
        LimitRule severe = isSevere ? rule : earlier;
        LimitRule mild = isSevere ? earlier : rule;
        if (mild.priority().isMoreUrgentThan(severe.priority())) {
            later.get("priority").refuse(CODE, "give the more severe rule the higher priority beside " + kin);
        }
    }

    private static Set<ObservationCode> codes(LimitRule rule) {
        return rule.thresholds().stream().map(Threshold::code).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isBelow(LimitRule rule) {
        return rule.thresholds().get(0).raise().isBelow();
    }
}
