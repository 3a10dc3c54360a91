/**
 * A scale with the Weight Scale and the Body Composition Service (181D, 181B).
 *
 * <p>In: what the host does. Out: indications and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.bodyscale.BodyScaleFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.bodyscale;
