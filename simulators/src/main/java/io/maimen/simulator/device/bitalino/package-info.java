/**
 * BITalino boards over a serial line.
 *
 * <p>In: what the host does. Out: frames and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.bitalino.BitalinoFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.bitalino;
