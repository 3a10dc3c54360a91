/**
 * Devices that send JSON objects or bare numbers over MQTT or CoAP and need no code: a mapping says what their fields mean
 * (docs/devices/mapped.md).
 *
 * <p>In: a mapping in YAML, then one message at a time. Out: what the mapping names, and nothing else; a blood pressure as a
 * panel. The central type is {@link io.maimen.driver.mapped.Mapping}. Immutable. Acknowledgement class: AFTER_STORED, where
 * no broker stands between. Must not know: MQTT, CoAP, files, threads, clocks.
 */
package io.maimen.driver.mapped;
