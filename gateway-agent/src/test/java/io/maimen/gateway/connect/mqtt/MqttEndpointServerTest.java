package io.maimen.gateway.connect.mqtt;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.gateway.connect.ConnectionContract;
import io.maimen.gateway.connect.DeviceConnection;
import io.vertx.core.Vertx;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoint met by another maker's client. */
class MqttEndpointServerTest extends ConnectionContract {
    private static final String TOPIC = "ecg/v1/ECG-0001/block";
    private static final int WAIT_MS = 10_000;

    private final Vertx vertx = Vertx.vertx();
    private final MqttEndpointServer server = new MqttEndpointServer(
            vertx, List.of(new MqttDevice("ECG-0001", "secret", "ecg/v1/ECG-0001/", ear)), clock);
    private int port;
    private MqttAsyncClient device;

    @BeforeEach
    void listen() throws Exception {
        port = server.listen("127.0.0.1", 0).toCompletableFuture().get(10, TimeUnit.SECONDS);
        device = client("ECG-0001");
    }

    @AfterEach
    void close() throws Exception {
        device.disconnectForcibly(0, 0, false);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private MqttAsyncClient client(String id) throws MqttException {
        return new MqttAsyncClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
    }

    private static void connect(MqttAsyncClient client, String password) throws MqttException {
        beginToConnect(client, password).waitForCompletion(WAIT_MS);
    }

    private static IMqttToken beginToConnect(MqttAsyncClient client, String password) throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName("ECG-0001");
        options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        options.setCleanStart(true);
        return client.connect(options);
    }

    @Override
    protected void knock() throws MqttException {
        beginToConnect(device, "secret");
    }

    @Override
    protected DeviceConnection connect() throws MqttException {
        connect(device, "secret");
        return ear.last().orElseThrow();
    }

    @Override
    protected void deviceSends(byte... bytes) throws MqttException {
        publish(TOPIC, 1, bytes);
    }

    private IMqttToken publish(String topic, int qos, byte... bytes) throws MqttException {
        return device.publish(topic, bytes, qos, false);
    }

    @Override
    protected void deviceDies() throws MqttException {
        device.disconnectForcibly(0, 0, false);
    }

    @Test
    void pubackComesOnlyWhenTheSessionSaysSo() throws Exception {
        DeviceConnection connection = connect();
        IMqttToken token = publish(TOPIC, 1, (byte) 1);
        await().until(() -> ear.deliveries.size() == 1);
        assertFalse(token.isComplete(), "PUBACK before anybody said stored");
        connection.acknowledge(ear.deliveries.get(0), Acknowledgement.ACCEPTED);
        token.waitForCompletion(WAIT_MS);
        assertEquals(0x00, token.getReasonCodes()[0]);
    }

    @Test
    void malformedIsAnsweredWithPayloadFormatInvalid() throws Exception {
        DeviceConnection connection = connect();
        IMqttToken token = publish(TOPIC, 1, (byte) 1);
        await().until(() -> ear.deliveries.size() == 1);
        connection.acknowledge(ear.deliveries.get(0), Acknowledgement.MALFORMED);
        await().until(token::isComplete);
        assertEquals(0x99, token.getReasonCodes()[0]);
    }

    @Test
    void aDeliveryDiesWithItsConnection() throws Exception {
        DeviceConnection first = connect();
        publish(TOPIC, 1, (byte) 1);
        await().until(() -> ear.deliveries.size() == 1);
        deviceDies();
        await().until(() -> ear.closed.size() == 1);
        device = client("ECG-0001");
        connect();
        IMqttToken again = publish(TOPIC, 1, (byte) 1);
        await().until(() -> ear.deliveries.size() == 2);
        first.acknowledge(ear.deliveries.get(0), Acknowledgement.ACCEPTED);
        assertThrows(MqttException.class, () -> again.waitForCompletion(200), "answered over another connection");
    }

    @Test
    void aWrongPasswordIsRefused() {
        MqttException refused = assertThrows(MqttException.class, () -> connect(device, "wrong"));
        assertEquals(0x86, refused.getReasonCode());
        assertTrue(ear.connections.isEmpty());
    }

    @Test
    void aTopicOfAnotherDeviceIsRefusedAndNotHeard() throws Exception {
        connect();
        IMqttToken token = publish("ecg/v1/ECG-0002/block", 1, (byte) 1);
        await().until(token::isComplete);
        assertEquals(0x87, token.getReasonCodes()[0]);
        assertTrue(ear.deliveries.isEmpty());
    }

    @Test
    void whatCouldNotBeAnsweredIsNotTaken() throws Exception {
        connect();
        publish(TOPIC, 0, (byte) 1);
        await().until(() -> ear.closed.size() == 1);
        assertTrue(ear.closed.get(0).startsWith("GW-031"), ear.closed.toString());
        assertTrue(ear.deliveries.isEmpty());
    }

    @Test
    void theReceiveMaximumIsAnnouncedAndNoClientGetsFurther() throws Exception {
        connect();
        int limit = MqttEndpointServer.MAX_UNACKNOWLEDGED;
        for (int i = 0; i < limit; i++) {
            publish(TOPIC, 1, (byte) i);
        }
        await().until(() -> ear.deliveries.size() == limit);
        // Paho obeys: it refuses to send by itself (32202).
        assertThrows(MqttException.class, () -> publish(TOPIC, 1, (byte) limit));
    }

    /** A client that counts wrongly, written by hand: CONNECT, then one PUBLISH more than announced. */
    @Test
    void aClientThatGoesFurtherIsDisconnected() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(HexFormat.of()
                    .parseHex("10" + "27" + "00044d515454" + "05" + "c2" + "003c" + "00" // MQTT 5, clean
                            + "0008" + text("ECG-0001") + "0008" + text("ECG-0001") + "0006" + text("secret")));
            await().until(() -> ear.last().isPresent());
            for (int id = 1; id <= MqttEndpointServer.MAX_UNACKNOWLEDGED + 1; id++) {
                // PUBLISH at QoS 1: topic, identifier, no properties, one byte.
                out.write(HexFormat.of()
                        .parseHex("32" + "1b" + "0015" + text(TOPIC) + String.format("%04x", id) + "00" + "01"));
            }
            out.flush();
            await().until(() -> ear.closed.size() == 1);
        }
        assertTrue(ear.closed.get(0).startsWith("GW-034"), ear.closed.toString());
        assertEquals(MqttEndpointServer.MAX_UNACKNOWLEDGED, ear.deliveries.size());
    }

    private static String text(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aDeviceThatConnectsAgainTakesItsPlaceOver() throws Exception {
        connect();
        MqttAsyncClient second = client("ECG-0001");
        connect(second, "secret");
        await().until(() -> ear.closed.size() == 1);
        assertEquals(List.of("the device connected again"), ear.closed);
        assertEquals(2, ear.connections.size());
        second.disconnectForcibly(0, 0, false);
    }
}
