package io.maimen.gateway.desired;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.util.List;

/** A session that notes what it hears. */
record Recording(List<String> heard) implements ConnectionListener {
    @Override
    public void received(Channel channel, DeliveryId delivery, Bytes bytes, ReceiveTime at) {
        heard.add("received " + bytes.hex());
    }

    @Override
    public void closed(String reason) {
        heard.add("closed");
    }
}
