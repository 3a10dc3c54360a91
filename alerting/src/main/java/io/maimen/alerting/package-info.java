/**
 * What is abnormal, since when, and what people did about it.
 *
 * <p>In: facts in event time, with rules from a rule pack. Out: alerts and their life cycle, as values. Pure. Must not
 * know: databases, networks, the clock on the wall.
 */
package io.maimen.alerting;
