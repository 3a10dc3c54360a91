/**
 * Microlife's cuffs with Bluetooth LE: the memory.
 *
 * <p>In: what the host does. Out: notifications and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.microlife.MicrolifeFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.microlife;
