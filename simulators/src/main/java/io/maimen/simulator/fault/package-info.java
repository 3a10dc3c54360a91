/**
 * The whole system under seeded kills.
 *
 * <p>In: how many kills and a seed. Out: what was in flight, and whether anything was lost, doubled or made up. The central
 * type is {@link io.maimen.simulator.fault.FaultRun}, confined to the main thread. Must not know: how programs are
 * started, or how readings are compared.
 */
package io.maimen.simulator.fault;
