package io.maimen.simulator.device.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.connect.OutletContract.HeardHost;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The device against an MQTT server that answers as it is told to. */
class MqttOutletTest {
    private final Vertx vertx = Vertx.vertx();
    private final HeardHost host = new HeardHost();
    private final List<String> published = new CopyOnWriteArrayList<>();
    private volatile BiConsumer<MqttEndpoint, MqttPublishMessage> answer = MqttOutletTest::store;
    private MqttOutlet outlet;

    @BeforeEach
    void listen() throws Exception {
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();
        MqttServer server = MqttServer.create(vertx)
                .endpointHandler(device -> {
                    device.publishHandler(message -> {
                        published.add(
                                message.topicName() + " " + message.payload().toString(UTF_8));
                        answer.accept(device, message);
                    });
                    device.accept(false);
                })
                .listen(0, loopback)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        outlet = new MqttOutlet(new InetSocketAddress(loopback, server.actualPort()), "CUFF-1", "secret");
        outlet.open(host);
    }

    @AfterEach
    void close() throws Exception {
        outlet.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void messagesGoOutInOrderBelowTheDevicesOwnPrefix() {
        send("1");
        send("2");
        await().untilAsserted(() -> assertEquals(List.of("CUFF-1/bp 1", "CUFF-1/bp 2"), published));
        assertEquals(List.of("came"), host.visits);
    }

    @Test
    void whatWasNotAnsweredComesAgainOverTheNextConnection() {
        answer = (device, message) -> {
            answer = MqttOutletTest::store;
            device.close();
        };
        send("1");
        await().untilAsserted(() -> assertEquals(List.of("CUFF-1/bp 1", "CUFF-1/bp 1"), published));
        await().untilAsserted(() -> assertEquals(List.of("came", "went", "came"), host.visits));
    }

    @Test
    void whatIsRefusedForGoodDoesNotComeAgain() {
        answer = (device, message) -> {
            answer = MqttOutletTest::store;
            device.publishAcknowledge(
                    message.messageId(), MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID, MqttProperties.NO_PROPERTIES);
        };
        send("1");
        send("2");
        await().untilAsserted(() -> assertEquals(List.of("CUFF-1/bp 1", "CUFF-1/bp 2"), published));
    }

    private void send(String text) {
        outlet.send("bp", Bytes.of(text.getBytes(UTF_8)));
    }

    private static void store(MqttEndpoint device, MqttPublishMessage message) {
        device.publishAcknowledge(message.messageId());
    }
}
