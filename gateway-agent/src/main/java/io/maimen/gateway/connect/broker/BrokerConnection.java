package io.maimen.gateway.connect.broker;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker on behalf of one device. The broker hands a message out again only when we connect again, so
 * what could not be stored ends the connection; whoever dials gets it again. Thread-safe.
 */
final class BrokerConnection implements DeviceConnection, MqttCallback {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerConnection.class);
    private static final int QOS = 1;
    private static final int DISCONNECT_LIMIT_MS = 500;

    private final MqttAsyncClient client;
    private final Clock clock;
    private final Executor executor;
    /** Messages may come before whoever dialled knows that it worked: they wait here for somebody to hear them. */
    private final CompletableFuture<ConnectionListener> listener = new CompletableFuture<>();

    private final AtomicBoolean over = new AtomicBoolean();

    BrokerConnection(MqttAsyncClient client, Clock clock, Executor executor) {
        this.client = client;
        this.clock = clock;
        this.executor = executor;
    }

    void begin(ConnectionAcceptor acceptor) {
        listener.complete(acceptor.accept(this));
    }

    /** It never stood, so nobody hears of its end. */
    void abandon() {
        over.set(true);
        listener.cancel(false);
        release();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        ReceiveTime at = new ReceiveTime(clock.instant());
        DeliveryId delivery = message.getQos() == QOS ? new DeliveryId(message.getId()) : DeliveryId.NONE;
        if (!over.get()) {
            listener.join().received(new Channel(topic), delivery, Bytes.of(message.getPayload()), at);
        }
    }

    @Override
    public void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement) {
        if (acknowledgement == Acknowledgement.NOT_STORED) {
            close("GW-036 a message could not be stored; the broker keeps it for the next connection");
            return;
        }
        if (delivery.equals(DeliveryId.NONE) || over.get()) {
            return;
        }
        try {
            client.messageArrivedComplete((int) delivery.number(), QOS);
        } catch (MqttException e) {
            LOG.info("the broker was not told of a stored message and will send it again: {}", BrokerDialer.reason(e));
        }
    }

    /** We only listen to what devices say to the broker. */
    @Override
    public Optional<String> write(Channel channel, Bytes bytes) {
        return Optional.of("devices behind a broker take no commands");
    }

    @Override
    public void close(String reason) {
        if (over.compareAndSet(false, true)) {
            // Not on this thread: it may be Paho's own, which waits for nobody, or the acceptor's, which is not done
            // yet.
            executor.execute(() -> {
                release();
                listener.join().closed(reason);
            });
        }
    }

    /** Paho's own close is left out: it forgets what the thread that sent our DISCONNECT may still need, and frees nothing. */
    private void release() {
        try {
            client.disconnectForcibly(0, DISCONNECT_LIMIT_MS, false);
        } catch (MqttException e) {
            LOG.debug("the connection was gone already: {}", BrokerDialer.reason(e));
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        close("the broker went away"
                + Optional.ofNullable(response.getException())
                        .map(e -> ": " + BrokerDialer.reason(e))
                        .orElse(""));
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.debug("Paho: {}", BrokerDialer.reason(exception));
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        LOG.trace("nothing is published here");
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        LOG.debug("connected to {}", serverUri);
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        LOG.debug("the broker asks for an authentication that we do not offer: {}", reasonCode);
    }
}
