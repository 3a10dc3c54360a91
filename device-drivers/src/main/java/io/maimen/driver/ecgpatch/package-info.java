/**
 * The wearable single-lead ECG patch: numbered blocks of samples over MQTT 5 (docs/devices/ecg-patch.md).
 *
 * <p>In: one MQTT payload at a time. Out: each block as one observation with a sampled value, its gaps marked. The central
 * type is {@link io.maimen.driver.ecgpatch.EcgPatchProtocol}. Acknowledgement class: AFTER_STORED, the PUBACK follows the
 * fsync. Must not know: MQTT, threads, clocks, other blocks.
 */
package io.maimen.driver.ecgpatch;
