package io.maimen.gateway.uplink;

import io.maimen.gateway.schedule.SerialExecutor;
import io.maimen.observation.Lane;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the server, from CONNECT to its end; never used again. The outbox is the memory here, so Paho keeps
 * none: clean start, nothing persisted. Thread-safe.
 */
final class PahoSession implements MqttCallback {
    private static final Logger LOG = LoggerFactory.getLogger(PahoSession.class);
    private static final int QOS = 1;
    private static final int KEEP_ALIVE_S = 15;
    private static final int CONNECT_TIMEOUT_S = 10;
    private static final int DISCONNECT_LIMIT_MS = 500;
    private static final int RECEIVE_MAXIMUM_STANDARD = 65_535;

    private final UplinkLogin login;
    private final UplinkTransport.Listener listener;
    private final Executor executor;
    /** One after the other: the report of the newest state must be the last. */
    private final Executor inTurn;

    private final UnaryOperator<byte[]> states;
    /** Waits for a place. */
    private final AtomicReference<Optional<byte[]>> report = new AtomicReference<>(Optional.empty());

    private final Runnable proven;
    private final Consumer<String> ended;
    private final AtomicBoolean over = new AtomicBoolean();
    /** Paho throws at the server's Receive Maximum (32202) instead of waiting, so we count ourselves. */
    private final Semaphore places = new Semaphore(0);

    private volatile Optional<MqttAsyncClient> client = Optional.empty();

    PahoSession(
            UplinkLogin login,
            UplinkTransport.Listener listener,
            Executor executor,
            UnaryOperator<byte[]> states,
            Runnable proven,
            Consumer<String> ended) {
        this.login = login;
        this.listener = listener;
        this.executor = executor;
        this.inTurn = new SerialExecutor(executor);
        this.states = states;
        this.proven = proven;
        this.ended = ended;
    }

    void connect() {
        try {
            MqttAsyncClient paho =
                    new MqttAsyncClient(login.url().toString(), login.gateway().value(), new MemoryPersistence());
            client = Optional.of(paho);
            paho.setCallback(this);
            MqttConnectionOptions options = new MqttConnectionOptions();
            options.setCleanStart(true);
            options.setAutomaticReconnect(false);
            options.setKeepAliveInterval(KEEP_ALIVE_S);
            options.setConnectionTimeout(CONNECT_TIMEOUT_S);
            options.setSocketFactory(new PromptSocketFactory(login.sockets().get()));
            // The sockets believe our own server only, wherever it stands.
            options.setHttpsHostnameVerificationEnabled(false);
            paho.connect(options, null, new ConnectStep("CONNECT", token -> subscribe(paho, token), this::end));
        } catch (MqttException e) {
            end(PahoReason.of(e));
        }
    }

    private void subscribe(MqttAsyncClient paho, IMqttToken connack) {
        int receiveMaximum = Optional.ofNullable(connack.getResponseProperties())
                .map(MqttProperties::getReceiveMaximum)
                .orElse(RECEIVE_MAXIMUM_STANDARD);
        try {
            String[] topics = {login.receiptTopic(), login.desiredTopic()};
            paho.subscribe(
                    topics,
                    new int[] {QOS, QOS},
                    null,
                    new ConnectStep(
                            "SUBSCRIBE",
                            suback -> {
                                places.release(receiveMaximum);
                                listener.connected(receiveMaximum);
                                sendReport();
                            },
                            this::end));
        } catch (MqttException e) {
            end(PahoReason.of(e));
        }
    }

    boolean canPublish() {
        return !over.get() && places.availablePermits() > 0;
    }

    boolean publish(Lane lane, byte[] envelope) {
        if (over.get() || !places.tryAcquire()) {
            return false;
        }
        try {
            client.orElseThrow()
                    .publish(
                            login.envelopeTopic(lane),
                            envelope,
                            QOS,
                            false,
                            null,
                            new EnvelopeAnswer(envelope, listener, places, this::sendReport, proven));
            return true;
        } catch (MqttException e) {
            places.release();
            end(PahoReason.of(e));
            return false;
        }
    }

    void close() {
        end("the gateway stops");
    }

    /** Once, whoever notices first; Paho may block in closing, so that is done elsewhere. */
    private void end(String reason) {
        if (over.compareAndSet(false, true)) {
            listener.disconnected(reason);
            ended.accept(reason);
            executor.execute(() -> client.ifPresent(PahoSession::release));
        }
    }

    /** Paho's own close is left out: it forgets what the thread that sent our DISCONNECT may still need, and frees nothing. */
    private static void release(MqttAsyncClient paho) {
        try {
            // Zero would mean to wait for ever.
            paho.disconnectForcibly(0, DISCONNECT_LIMIT_MS, paho.isConnected());
        } catch (MqttException e) {
            LOG.debug("Paho did not close cleanly: {}", e.toString());
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        end(response.getReasonString() == null ? "the connection ended" : response.getReasonString());
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.info("the connection to the server is troubled: {}", PahoReason.of(exception));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (topic.equals(login.desiredTopic())) {
            inTurn.execute(() -> {
                report.set(Optional.of(states.apply(message.getPayload())));
                sendReport();
            });
        } else {
            listener.receipt(message.getPayload());
        }
    }

    /** Now, or when an answer makes room. */
    private void sendReport() {
        if (over.get() || report.get().isEmpty() || !places.tryAcquire()) {
            return;
        }
        Optional<byte[]> next = report.getAndSet(Optional.empty());
        try {
            if (next.isEmpty()) {
                places.release();
            } else {
                client.orElseThrow().publish(login.reportedTopic(), next.get(), QOS, false, null, new ReportAnswer());
            }
        } catch (MqttException e) {
            places.release();
            end(PahoReason.of(e));
        }
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

    /** The server has the report, or will get the next one when the connection stands again. */
    private final class ReportAnswer implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            places.release();
            listener.answered();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable failure) {
            places.release();
            LOG.info("the server did not take the report of the desired state: {}", PahoReason.of(failure));
        }
    }
}
