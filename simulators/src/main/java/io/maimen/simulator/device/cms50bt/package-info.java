/**
 * Contec's oximeter CMS50D-BT over Bluetooth LE.
 *
 * <p>In: what the host does. Out: notifications and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.cms50bt.Cms50BtFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.cms50bt;
