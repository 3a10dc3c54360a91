/**
 * Holds what is stored against what was sent, by the devices' own names for things.
 *
 * <p>In: journals, and what the server says it has. Out: how much was offered, taken, stored, lost, duplicated and
 * fabricated, each with its finding. The central type is {@link io.maimen.simulator.match.Comparison}. Pure and
 * immutable. Must not know: an ObservationId, because the same mistake could hide in it on both sides.
 */
package io.maimen.simulator.match;
