/**
 * The door for gateways that speak MQTT 5 (3.1.1 too); the contract is docs/wire.md.
 *
 * <p>In: publications to {@code maimen/v1/{gateway}/envelope/{lane}}. Out: PUBACK after the log's commit, receipts to
 * {@code maimen/v1/{gateway}/receipt}. The central type is {@link io.maimen.ingest.receive.mqtt.MqttReceiver}. Event loop
 * only; the gate is asked on worker threads. Must not know: what an envelope holds.
 */
package io.maimen.ingest.receive.mqtt;
