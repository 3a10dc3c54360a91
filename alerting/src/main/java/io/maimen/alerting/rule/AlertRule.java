package io.maimen.alerting.rule;

import io.maimen.observation.code.BilingualText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a measurement raises a condition, and when a later one clears it. Implementations are immutable. */
public sealed interface AlertRule permits LimitRule, PatientRule, UnitRule {
    /** Unique within a pack and the same in every version of it. */
    String id();

    Priority priority();

    /** What is wrong, for the worklist. */
    BilingualText text();

    /** What to do first. */
    BilingualText firstAction();

    /** Who says so: the citation. */
    String source();

    /** What is compared with, as doctors read it. */
    String limitText();

    /** What it takes beyond a measurement that raises it. */
    Proof proof();

    /** How soon somebody should acknowledge; empty where the pack's word for the priority holds. */
    Optional<Duration> acknowledgeWithin();

    /** The patient's own limit by which a measurement of this moment is judged; empty where it is the pack's. */
    default Optional<OwnLimit> ownLimit(Instant measuredAt) {
        return Optional.empty();
    }

    /** Whether {@code measurement} is over the limit. */
    boolean isRaisedBy(Measurement measurement);

    /** Whether {@code measurement} proves that the condition is over. One may prove neither. */
    boolean isClearedBy(Measurement measurement);

    /** Above zero where {@code a} is worse than {@code b}. */
    int compareSeverity(Measurement a, Measurement b);

    /** The number to show of {@code measurement}. */
    Reading worst(Measurement measurement);
}
