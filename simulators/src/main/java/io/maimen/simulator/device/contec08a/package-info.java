/**
 * Contec's cuff 08A on a USB cable.
 *
 * <p>In: what the host does. Out: reports and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.contec08a.Contec08aFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.contec08a;
