/**
 * Oximeters with the BCI stream of five bytes: Berry's BM1000, and Contec's before their own protocol.
 *
 * <p>In: what the host does. Out: frames and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.bci.BciFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.bci;
