/**
 * A wearable single-lead ECG that publishes blocks over MQTT 5, written from docs/devices/ecg-patch.md.
 *
 * <p>In: a signal in millivolts and a gateway's address. Out: blocks of samples, and a journal. The central type is
 * {@link io.maimen.simulator.device.ecg.EcgPatch}, confined to one thread; the MQTT client speaks to it through that
 * thread. A block is kept until its PUBACK says stored. Must not know: the gateway's drivers.
 */
package io.maimen.simulator.device.ecg;
