/**
 * What is abnormal: limits, the rules made of them, and readings as rules see them.
 *
 * <p>In: readings with units, codes and two clocks. Out: whether a reading proves that a limit is met. The central type is
 * {@link io.maimen.alerting.rule.LimitRule}. Immutable, thread-safe. Must not know: files, other readings, people, now.
 */
package io.maimen.alerting.rule;
