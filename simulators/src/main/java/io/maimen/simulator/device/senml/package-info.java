/**
 * Cuffs that send SenML over CoAP or MQTT 5, from docs/devices/senml-cuff.md alone.
 *
 * <p>In: readings of {@link io.maimen.simulator.device.cuff.CuffReadings}. Out: packs in JSON or CBOR to a gateway or broker, each
 * again and again until it is taken, and a journal. The central type is {@link io.maimen.simulator.device.senml.SenmlCuff}. A cuff is
 * confined to one thread. Must not know: the drivers.
 */
package io.maimen.simulator.device.senml;
