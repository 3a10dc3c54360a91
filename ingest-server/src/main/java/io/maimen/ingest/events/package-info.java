/**
 * What changed, told at once to whoever listens.
 *
 * <p>In: a word that alerts have changed or devices were heard. Out: alerts in the order of their commits, devices at most
 * once a second each. The central type is {@link io.maimen.ingest.events.EventHub}. It tells what is committed, read from
 * the records themselves: a word that got lost in a crash is told after the restart. Must not know: HTTP, JSON.
 */
package io.maimen.ingest.events;
