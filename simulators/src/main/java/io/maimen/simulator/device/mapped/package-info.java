/**
 * A device that no driver knows, and the mapping that says what it sends.
 *
 * <p>In: what the host does. Out: messages and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.mapped.MappedFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.mapped;
