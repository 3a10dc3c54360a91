/**
 * The endpoint that devices which speak MQTT 5 connect to.
 *
 * <p>In: PUBLISH at QoS 1. Out: a delivery that is answered with PUBACK only when the session says so, and dies with its
 * connection. The central type is {@link io.maimen.gateway.connect.mqtt.MqttEndpointServer}. Thread-safe. Must not know:
 * payloads, where they are kept.
 */
package io.maimen.gateway.connect.mqtt;
