/**
 * A hub that publishes blood pressures as Open mHealth has them.
 *
 * <p>In: what the host does. Out: documents and the truth behind them. The central type is {@link
 * io.maimen.simulator.device.openmhealth.OpenMhealthFamily}. A device is confined to one thread. Must not know: who reads it, and how.
 */
package io.maimen.simulator.device.openmhealth;
