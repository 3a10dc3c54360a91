/**
 * What is abnormal, since when, and what people did about it.
 *
 * <p>In: readings in event time, and a rule pack. Out: alerts and their life cycle, as values. The central type is {@link
 * io.maimen.alerting.Assessor}. Pure, immutable, thread-safe. Must not know: databases, networks, the clock on the wall.
 */
package io.maimen.alerting;
