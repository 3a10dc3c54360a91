/**
 * Who sits at a simulated blood-pressure cuff and what it measures; what its bytes look like is the transports' own.
 *
 * <p>In: a seed, subjects, moments. Out: readings, the same for the same seed. The central type is {@link
 * io.maimen.simulator.device.cuff.CuffReadings}. Readings are immutable, their generator is confined to one thread. Must not
 * know: SenML, Bluetooth, gateways.
 */
package io.maimen.simulator.device.cuff;
