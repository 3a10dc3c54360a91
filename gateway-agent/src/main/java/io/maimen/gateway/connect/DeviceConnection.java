package io.maimen.gateway.connect;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.observation.Bytes;
import java.util.Optional;

/** One conversation with a device, as long as it lasts. Thread-safe; no method throws when the device has gone. */
public interface DeviceConnection {
    /** Sends bytes. Empty when they were handed to the line, else why not. May block for as long as the line takes. */
    Optional<String> write(Channel channel, Bytes bytes);

    /** Answers a delivery of this connection; one it does not know, or knew before it ended, is not answered. */
    void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement);

    /** Ends the conversation, soon; {@link ConnectionListener#closed} follows. Closing twice does nothing. */
    void close(String reason);
}
