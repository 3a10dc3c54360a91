package io.maimen.gateway.uplink;

import io.maimen.gateway.identity.TestAuthority;
import io.maimen.observation.Bytes;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.ObservationEnvelope;
import io.maimen.observation.wire.Receipt;
import io.maimen.observation.wire.ReceiptCodec;
import io.maimen.observation.wire.WireException;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that keeps what it gets in memory and answers as docs/wire.md says. Thread-safe. */
public final class ReceivingServer implements AutoCloseable {
    private static final String GATEWAY = "clinic-demo";
    private static final int PUBACK_AFTER_MS = 2;

    private final Vertx vertx = Vertx.vertx();
    private final int receiveMaximum;
    private final List<ObservationEnvelope> envelopes = new CopyOnWriteArrayList<>();
    private final Set<Bytes> items = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final List<MqttEndpoint> endpoints = new CopyOnWriteArrayList<>();
    private MqttServer server;
    private int port;

    public ReceivingServer(int receiveMaximum) {
        this.receiveMaximum = receiveMaximum;
    }

    /** Listens on a port, 0 for any, and returns it. */
    public int listen(int at) throws Exception {
        server = MqttServer.create(
                vertx,
                new MqttServerOptions()
                        .setMaxMessageSize(1 << 20)
                        .setSsl(true)
                        .setKeyCertOptions(KeyCertOptions.wrap(TestAuthority.INSTANCE.server())));
        server.endpointHandler(this::connected);
        port = server.listen(at, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
        return port;
    }

    public String url() {
        return "ssl://127.0.0.1:" + port;
    }

    /** Every different item that arrived. */
    public int items() {
        return items.size();
    }

    public List<ObservationEnvelope> envelopes() {
        return List.copyOf(envelopes);
    }

    /** The most publishes that ever waited for their PUBACK at once. */
    public int mostOpen() {
        return mostOpen.get();
    }

    /** Drops every connection without a word. */
    public void dropConnections() {
        endpoints.forEach(endpoint -> {
            if (endpoint.isConnected()) {
                endpoint.close();
            }
        });
    }

    private void connected(MqttEndpoint endpoint) {
        if (!endpoint.clientIdentifier().equals(GATEWAY)) {
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5);
            return;
        }
        endpoints.add(endpoint);
        endpoint.publishAutoAck(false);
        endpoint.subscriptionAutoAck(true);
        endpoint.closeHandler(nothing -> open.set(0));
        endpoint.publishHandler(message -> {
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            vertx.setTimer(PUBACK_AFTER_MS, timer -> answer(endpoint, message));
        });
        MqttProperties properties = new MqttProperties();
        properties.add(new MqttProperties.IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, receiveMaximum));
        endpoint.accept(false, properties);
    }

    private void answer(MqttEndpoint endpoint, MqttPublishMessage message) {
        if (!endpoint.isConnected()) {
            return;
        }
        byte[] bytes = message.payload().getBytes();
        try {
            ObservationEnvelope envelope = new EnvelopeCodec().fromCbor(bytes);
            envelopes.add(envelope);
            items.addAll(envelope.items());
            int count = envelope.items().size();
            List<Receipt.Outcome> outcomes = count == 0 ? List.of() : List.of(new Receipt.Stored(0, count - 1));
            byte[] receipt =
                    new ReceiptCodec().toCbor(new Receipt(EnvelopeCodec.digest(bytes), outcomes, Instant.EPOCH));
            open.decrementAndGet();
            endpoint.publishAcknowledge(message.messageId());
            String topic = "maimen/v1/" + envelope.gateway() + "/receipt";
            endpoint.publish(topic, Buffer.buffer(receipt), MqttQoS.AT_LEAST_ONCE, false, false);
        } catch (WireException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
