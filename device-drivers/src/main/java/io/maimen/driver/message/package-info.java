/**
 * What drivers share whose devices send whole messages: over MQTT, CoAP or a broker.
 *
 * <p>In: messages that the transport keeps apart and wants answered. Out: what to store, and the answer that follows the
 * storing. The central type is {@link io.maimen.driver.message.MessageProtocol}. Immutable, but for the protocol, which is
 * confined to its session's thread. Acknowledgement class: AFTER_STORED. Must not know: what a message means.
 */
package io.maimen.driver.message;
