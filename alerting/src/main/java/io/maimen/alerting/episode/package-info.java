/**
 * When was what abnormal: a pure function of a set of readings in event time.
 *
 * <p>In: a rule family and readings, in any order, with any number of duplicates. Out: episodes, in order of time. The
 * central type is {@link io.maimen.alerting.episode.Episodes}. Stateless. Must not know: arrival, alerts, people, now.
 */
package io.maimen.alerting.episode;
