/**
 * A pulse oximeter by Nonin over Bluetooth LE.
 *
 * <p>In: what the host does. Out: notifications and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.noninble.NoninBleFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.noninble;
