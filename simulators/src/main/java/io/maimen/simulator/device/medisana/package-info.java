/**
 * Medisana's scales BS440 and BS444.
 *
 * <p>In: what the host does. Out: values and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.medisana.MedisanaFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.medisana;
