/**
 * What goes wrong on lines and with clocks, around any virtual device: one layer for all families.
 *
 * <p>In: a {@link io.maimen.simulator.device.line.LineDevice}, how often which fault shall strike, and a seed. Out: another
 * {@code LineDevice}. The central type is {@link io.maimen.simulator.fault.line.FaultyDevice}. Confined to one thread; virtual time,
 * and the same seed gives the same faults. Must not know: what the bytes say, who reads them.
 */
package io.maimen.simulator.fault.line;
