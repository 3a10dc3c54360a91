package io.maimen.gateway.connect;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;

/** Hears one connection: any number of {@link #received}, then {@link #closed} once, one call at a time. */
public interface ConnectionListener {
    /** Bytes arrived. May block the caller while too much waits; a message transport limits what waits by itself. */
    void received(Channel channel, DeliveryId delivery, Bytes bytes, ReceiveTime at);

    /** The conversation is over. */
    void closed(String reason);
}
