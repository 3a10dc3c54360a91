/**
 * A point-of-care analyser with POCT1-A2.
 *
 * <p>In: what the host does. Out: messages and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.poct1a.Poct1aFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.poct1a;
