/**
 * A pulse oximeter that notifies all the time, with the Pulse Oximeter Service (1822).
 *
 * <p>In: what the host does. Out: notifications and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.plx.ContinuousOximeterFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.plx;
