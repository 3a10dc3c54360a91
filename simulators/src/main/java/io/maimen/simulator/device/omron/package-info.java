/**
 * Omron's cuffs with Bluetooth LE: a memory that is read by address.
 *
 * <p>In: what the host does. Out: notifications and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.omron.OmronFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.omron;
