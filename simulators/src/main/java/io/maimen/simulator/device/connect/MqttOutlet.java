package io.maimen.simulator.device.connect;

import io.maimen.observation.Bytes;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * MQTT 5 at QoS 1 by Paho, one message after another, each until it is answered: the same bytes come again over the next
 * connection.
 */
final class MqttOutlet implements DeviceOutlet {
    private static final int STORED = 0x00;
    private static final int PAYLOAD_FORMAT_INVALID = 0x99;
    private static final int QOS = 1;
    private static final int PATIENCE_MS = 5_000;
    private static final int TRY_AGAIN_MS = 500;

    private record Message(String topic, Bytes bytes) {}

    private final InetSocketAddress gateway;
    private final String username;
    private final String password;
    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<MqttAsyncClient> connection = Optional.empty();

    /** @param username also the client's name, and with a slash what its topics begin with */
    MqttOutlet(InetSocketAddress gateway, String username, String password) {
        this.gateway = gateway;
        this.username = username;
        this.password = password;
    }

    @Override
    public void open(Host host) {
        Threads.daemon("mqtt-" + username, () -> serve(host));
    }

    private void serve(Host host) {
        Optional<Message> underWay = Optional.empty();
        try {
            while (closed.getCount() > 0) {
                try {
                    MqttAsyncClient client = connected(host);
                    if (underWay.isEmpty()) {
                        underWay = Optional.ofNullable(waiting.poll(TRY_AGAIN_MS, TimeUnit.MILLISECONDS));
                    }
                    if (underWay.isPresent() && answered(client, underWay.get())) {
                        underWay = Optional.empty();
                    }
                } catch (MqttException e) {
                    closed.await(TRY_AGAIN_MS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private MqttAsyncClient connected(Host host) throws MqttException {
        if (connection.isPresent() && connection.get().isConnected()) {
            return connection.get();
        }
        if (connection.isPresent()) {
            host.disconnected();
            hangUp();
            connection = Optional.empty();
        }
        MqttAsyncClient client = connect();
        connection = Optional.of(client);
        host.connected();
        return client;
    }

    /** Whether it is stored, or must not come again. */
    private boolean answered(MqttAsyncClient client, Message message) throws MqttException {
        IMqttToken token =
                client.publish(username + "/" + message.topic(), message.bytes().toArray(), QOS, false);
        try {
            token.waitForCompletion(PATIENCE_MS);
        } catch (MqttException e) {
            // A PUBACK that says no ends here as well; its reason is what counts, where there is one.
            if (!token.isComplete() || token.getReasonCodes() == null) {
                hangUp();
                throw e;
            }
        }
        int[] codes = token.getReasonCodes();
        // MQTT 5 3.4.2.1: a PUBACK without a reason code means 0x00.
        int code = codes == null || codes.length == 0 ? STORED : codes[0];
        return code == STORED || code == PAYLOAD_FORMAT_INVALID;
    }

    private MqttAsyncClient connect() throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(username);
        options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        options.setCleanStart(true);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(10);
        options.setConnectionTimeout(5);
        String uri = "tcp://" + gateway.getHostString() + ":" + gateway.getPort();
        MqttAsyncClient client = new MqttAsyncClient(uri, username, new MemoryPersistence());
        client.connect(options).waitForCompletion(PATIENCE_MS);
        return client;
    }

    @Override
    public void send(String channel, Bytes bytes) {
        waiting.add(new Message(channel, bytes));
    }

    /** The client connects by itself again; a message that was under way comes again. */
    @Override
    public void hangUp() {
        connection.ifPresent(client -> {
            try {
                client.disconnectForcibly(0, 100, false);
            } catch (MqttException e) {
                // It was gone already.
            }
        });
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
