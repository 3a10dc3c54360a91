package io.maimen.simulator.device.ecg;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * MQTT 5 by Paho, with its own memory switched off: each connection starts clean and the patch sends again what it has.
 * Confined to one thread; answers come on Paho's.
 */
final class MqttBlockChannel implements BlockChannel, AutoCloseable {
    private static final int STORED = 0x00;
    private static final int PAYLOAD_FORMAT_INVALID = 0x99;
    private static final int QOS = 1;

    private final GatewayAddress gateway;
    private final String serial;
    private final Duration retry;
    private final Clock clock;
    private final Consumer<String> log;
    private Optional<MqttAsyncClient> connection = Optional.empty();
    private Instant nextTry = Instant.MIN;

    /** @param retry after a connection that failed, how long before the next */
    MqttBlockChannel(GatewayAddress gateway, String serial, Duration retry, Clock clock, Consumer<String> log) {
        this.gateway = gateway;
        this.serial = serial;
        this.retry = retry;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public boolean ready() {
        if (connection.filter(MqttAsyncClient::isConnected).isPresent()) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(nextTry)) {
            return false;
        }
        nextTry = now.plus(retry);
        close();
        connection = connect();
        return connection.isPresent();
    }

    private Optional<MqttAsyncClient> connect() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(gateway.username());
        options.setPassword(gateway.passwordBytes());
        options.setCleanStart(true);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(10);
        options.setConnectionTimeout(5);
        try {
            MqttAsyncClient client = new MqttAsyncClient(gateway.uri(), serial, new MemoryPersistence());
            client.connect(options).waitForCompletion(5_000);
            log.accept("connected to " + gateway.uri());
            return Optional.of(client);
        } catch (MqttException e) {
            log.accept("no connection to " + gateway.uri() + ": " + reason(e));
            return Optional.empty();
        }
    }

    @Override
    public void publish(byte[] block, Consumer<Answer> answered) {
        MqttActionListener listener = new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                answered.accept(answer(token.getReasonCodes()));
            }

            @Override
            public void onFailure(IMqttToken token, Throwable cause) {
                answered.accept(Answer.AGAIN);
            }
        };
        try {
            if (connection.isPresent()) {
                connection.get().publish("ecg/v1/" + serial + "/block", block, QOS, false, serial, listener);
            }
        } catch (MqttException e) {
            log.accept("not sent: " + reason(e));
            answered.accept(Answer.AGAIN);
        }
    }

    private static Answer answer(int[] reasonCodes) {
        // MQTT 5 3.4.2.1: a PUBACK without a reason code means 0x00.
        int code = reasonCodes == null || reasonCodes.length == 0 ? STORED : reasonCodes[0];
        return switch (code) {
            case STORED -> Answer.STORED;
            case PAYLOAD_FORMAT_INVALID -> Answer.REFUSED;
            default -> Answer.AGAIN;
        };
    }

    @Override
    public void close() {
        connection.ifPresent(client -> {
            try {
                client.disconnectForcibly(0, 100, false);
            } catch (MqttException e) {
                log.accept("the old connection was gone already: " + reason(e));
            }
        });
        connection = Optional.empty();
    }

    private static String reason(MqttException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }
}
