package io.maimen.simulator.device.senml;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * MQTT 5 at QoS 1 by Paho, with its own memory switched off: each connection starts clean and the cuff sends again what it
 * has. Without an answer it connects anew. Confined to one thread.
 */
final class MqttCuffLine implements CuffLine {
    private static final int STORED = 0x00;
    private static final int PAYLOAD_FORMAT_INVALID = 0x99;
    private static final int QOS = 1;
    private static final int PATIENCE_MS = 5_000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String uri;
    private final String serial;
    private final String topic;
    private final Optional<Login> login;
    private final Consumer<String> log;
    private Optional<MqttAsyncClient> connection = Optional.empty();

    /** How the cuff makes itself known. */
    record Login(String username, String password) {
        @Override
        public String toString() {
            // Without the password: this may end in a log.
            return username;
        }
    }

    MqttCuffLine(String uri, String serial, String topic, Optional<Login> login, Consumer<String> log) {
        this.uri = uri;
        this.serial = serial;
        this.topic = topic;
        this.login = login;
        this.log = log;
    }

    @Override
    public Answer send(byte[] pack) {
        try {
            IMqttToken token = connected().publish(topic, pack, QOS, false);
            try {
                token.waitForCompletion(PATIENCE_MS);
            } catch (MqttException e) {
                // A PUBACK that says no ends here as well; its reason is what counts, where there is one.
                if (!token.isComplete() || token.getReasonCodes() == null) {
                    throw e;
                }
            }
            return answer(token.getReasonCodes());
        } catch (MqttException e) {
            close();
            return new Answer.Again(
                    PAUSE, e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        }
    }

    private static Answer answer(int[] reasonCodes) {
        // MQTT 5 3.4.2.1: a PUBACK without a reason code means 0x00.
        int code = reasonCodes == null || reasonCodes.length == 0 ? STORED : reasonCodes[0];
        return switch (code) {
            case STORED -> new Answer.Stored();
            case PAYLOAD_FORMAT_INVALID -> new Answer.Refused();
            // Also 0x10, a broker's word for "nobody listens": it has thrown the reading away.
            default -> new Answer.Again(PAUSE, "PUBACK " + code);
        };
    }

    private MqttAsyncClient connected() throws MqttException {
        if (connection.filter(MqttAsyncClient::isConnected).isPresent()) {
            return connection.get();
        }
        close();
        MqttConnectionOptions options = new MqttConnectionOptions();
        login.ifPresent(known -> {
            options.setUserName(known.username());
            options.setPassword(known.password().getBytes(StandardCharsets.UTF_8));
        });
        options.setCleanStart(true);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(10);
        options.setConnectionTimeout(5);
        MqttAsyncClient client = new MqttAsyncClient(uri, serial, new MemoryPersistence());
        connection = Optional.of(client);
        client.connect(options).waitForCompletion(PATIENCE_MS);
        return client;
    }

    @Override
    public void close() {
        connection.ifPresent(client -> {
            try {
                client.disconnectForcibly(0, 100, false);
            } catch (MqttException e) {
                log.accept("the old connection was gone already: " + e.getMessage());
            }
        });
        connection = Optional.empty();
    }
}
