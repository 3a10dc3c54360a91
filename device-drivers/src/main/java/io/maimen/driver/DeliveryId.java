package io.maimen.driver;

/**
 * Names a message of a transport that waits for its acknowledgement (an MQTT PUBLISH, a CoAP request); chosen by the
 * connection. {@link #NONE} where the transport has no such thing, as on a serial line. Immutable.
 */
public record DeliveryId(long number) {
    public static final DeliveryId NONE = new DeliveryId(0);
}
