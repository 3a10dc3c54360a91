package io.maimen.alerting.rule;

import io.maimen.observation.code.BilingualText;

/** When a reading raises a condition, and when a later one clears it. Implementations are immutable. */
public sealed interface AlertRule permits LimitRule, UnitRule {
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

    /** Whether {@code reading} proves the condition. */
    boolean isRaisedBy(Reading reading);

    /** Whether {@code reading} proves that the condition is over. A reading may prove neither. */
    boolean isClearedBy(Reading reading);

    /** Above zero where {@code a} is worse than {@code b}; both must raise this rule. */
    int compareSeverity(Reading a, Reading b);
}
