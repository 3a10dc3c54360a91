/**
 * Nonin's serial and spot-check oximeters: data formats 2, 7, 8 and 13.
 *
 * <p>In: what the host does. Out: frames and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.nonin.NoninFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.nonin;
