package io.maimen.alerting.paging;

import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertState;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.Reading;
import java.time.Duration;

/**
 * Late is not live: what was measured long before it arrived is shown, and calls nobody. Immutable.
 *
 * @param lateAfter a delay up to this is live; from the rule pack, above zero
 */
public record Paging(Duration lateAfter) {
    public Paging {
        if (lateAfter.isNegative() || lateAfter.isZero()) {
            throw new IllegalArgumentException("ALR-008 lateAfter must be above 0 but was " + lateAfter);
        }
    }

    /** Whether more than {@link #lateAfter} passed from the measurement until we had it. */
    public boolean isLate(Reading reading) {
        return reading.delay().compareTo(lateAfter) > 0;
    }

    /** Whether someone should be called about {@code alert} as it stands, and if not, why not. */
    public PagingDecision decide(Alert alert) {
        if (alert.state() != AlertState.NEW) {
            return PagingDecision.IN_HAND;
        }
        if (alert.late()) {
            return PagingDecision.LATE;
        }
        boolean calls = alert.priority() == Priority.P1 || alert.priority() == Priority.P2;
        return calls ? PagingDecision.PAGE : PagingDecision.INBOX_ONLY;
    }
}
