/**
 * Xiaomi's Mi Body Composition Scale 2.
 *
 * <p>In: what the host does. Out: notifications and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.xiaomi.XiaomiFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.xiaomi;
