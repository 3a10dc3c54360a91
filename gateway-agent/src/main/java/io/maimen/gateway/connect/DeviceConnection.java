package io.maimen.gateway.connect;

import io.maimen.driver.Channel;
import io.maimen.driver.DecodeError;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.observation.Bytes;
import java.util.Optional;

/** One conversation with a device, as long as it lasts. Thread-safe; no method throws when the device has gone. */
public interface DeviceConnection {
    /** Sends bytes. Empty when they were handed to the line, else why not. May block for as long as the line takes. */
    Optional<String> write(Channel channel, Bytes bytes);

    /**
     * Asks the device to send a channel by itself. Empty when it will, else why not. May block for as long as the device
     * takes.
     */
    default Optional<String> subscribe(Channel channel, SubscribeMode mode) {
        return Optional.of("this connection has nothing to subscribe to");
    }

    /** A channel's present value. May block for as long as the device takes. */
    default ReadOutcome read(Channel channel) {
        return new ReadOutcome.Failed("this connection has nothing to read");
    }

    /** Answers a delivery of this connection; one it does not know, or knew before it ended, is not answered. */
    void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement);

    /** Why bytes that were delivered are no reading, told before the answer that says so. Most devices cannot be told. */
    default void rejected(DecodeError error) {}

    /** Ends the conversation, soon; {@link ConnectionListener#closed} follows. Closing twice does nothing. */
    void close(String reason);
}
