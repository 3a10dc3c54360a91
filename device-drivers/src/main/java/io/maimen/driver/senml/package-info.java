/**
 * Devices that send SenML packs (RFC 8428) in JSON or CBOR, blood-pressure cuffs first (docs/devices/senml-cuff.md).
 *
 * <p>In: one pack at a time, over MQTT or CoAP. Out: a blood pressure with its parts, a pulse, whatever the options name. The
 * central type is {@link io.maimen.driver.senml.SenmlReader}. Acknowledgement class: AFTER_STORED, where no broker stands
 * between. Must not know: MQTT, CoAP, threads, clocks.
 */
package io.maimen.driver.senml;
