/**
 * A cuff with the Blood Pressure Service (1810) that tells the pressure while it lets it out.
 *
 * <p>In: what the host does. Out: values and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.inflating.InflatingCuffFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.inflating;
