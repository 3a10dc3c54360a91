package io.maimen.gateway.connect.broker;

import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.DeviceDialer;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Opens one device's session at the broker. The session is the broker's to keep while we are away, so that nothing it told the
 * device to be received waits for us in vain. Thread-safe.
 */
public final class BrokerDialer implements DeviceDialer {
    private static final int QOS = 1;
    private static final int KEEP_ALIVE_S = 15;
    private static final int PATIENCE_S = 10;
    private static final int MAX_UNACKNOWLEDGED = 16;
    private static final long NEVER_EXPIRES = 0xFFFF_FFFFL;

    private final BrokerAddress broker;
    private final String clientId;
    private final String topicFilter;
    private final Clock clock;
    private final Executor executor;

    /**
     * A dialer of one device.
     *
     * @param clientId names the session at the broker: the same after each start, and nobody else's
     * @param topicFilter what the device publishes to, as {@code senml/MB-0001/#}
     * @param executor runs what may block, such as letting a connection go
     */
    public BrokerDialer(BrokerAddress broker, String clientId, String topicFilter, Clock clock, Executor executor) {
        this.broker = broker;
        this.clientId = clientId;
        this.topicFilter = topicFilter;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public Optional<String> dial(ConnectionAcceptor acceptor) {
        try {
            MqttAsyncClient client = new MqttAsyncClient(broker.url().toString(), clientId, new MemoryPersistence());
            BrokerConnection connection = new BrokerConnection(client, clock, executor);
            try {
                open(client, connection);
            } catch (MqttException e) {
                connection.abandon();
                return Optional.of("broker " + broker + ": " + reason(e));
            }
            connection.begin(acceptor);
            return Optional.empty();
        } catch (MqttException e) {
            return Optional.of("broker " + broker + ": " + reason(e));
        }
    }

    private void open(MqttAsyncClient client, BrokerConnection connection) throws MqttException {
        client.setManualAcks(true);
        client.setCallback(connection);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(NEVER_EXPIRES);
        options.setReceiveMaximum(MAX_UNACKNOWLEDGED);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_S);
        options.setConnectionTimeout(PATIENCE_S);
        broker.login(options);
        client.connect(options).waitForCompletion(PATIENCE_S * 1_000L);
        client.subscribe(topicFilter, QOS).waitForCompletion(PATIENCE_S * 1_000L);
    }

    static String reason(MqttException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }
}
