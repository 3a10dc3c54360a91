/**
 * Devices behind an external MQTT broker, reached with Paho.
 *
 * <p>In: what the broker passes on of a device's topics. Out: the same bytes; the broker's copy is given up when they are
 * stored. The central type is {@link io.maimen.gateway.connect.broker.BrokerDialer}. Acknowledgement: BY_TRANSPORT, the broker
 * tells the device "received" before we see it. Thread-safe. Must not know: what a payload means, where it is kept.
 */
package io.maimen.gateway.connect.broker;
