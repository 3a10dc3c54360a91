package io.maimen.ingest;

import io.maimen.observation.Lane;
import io.maimen.observation.wire.Receipt;
import io.maimen.observation.wire.ReceiptCodec;
import io.maimen.observation.wire.WireException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A gateway's end of the uplink, spoken by Paho: another's reading of MQTT 5. Confined to one thread. */
public final class TestGateway implements AutoCloseable {
    private static final long TIMEOUT_MS = 20_000;

    private final String id;
    private final MqttAsyncClient client;
    private final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> states = new LinkedBlockingQueue<>();

    private TestGateway(String id, MqttAsyncClient client) {
        this.id = id;
        this.client = client;
    }

    /** Connects and subscribes to receipts; Paho's exception carries the reason code of a refusal. */
    public static TestGateway connect(int port, TestCredentials credentials)
            throws MqttException, GeneralSecurityException, IOException {
        return connect(port, credentials.gateway().value(), credentials.tls());
    }

    /** The same for one that calls itself something else, or shows another certificate or none. */
    public static TestGateway connect(int port, String id, SSLContext tls) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient("ssl://127.0.0.1:" + port, id, new MemoryPersistence());
        TestGateway gateway = new TestGateway(id, client);
        client.setCallback(gateway.new Receipts());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(tls.getSocketFactory());
        client.connect(options).waitForCompletion(TIMEOUT_MS);
        client.subscribe("maimen/v1/" + id + "/receipt", 1).waitForCompletion(TIMEOUT_MS);
        return gateway;
    }

    /** Publishes and returns the reason code of the PUBACK. */
    public int publish(String topic, byte[] payload) throws MqttException {
        IMqttToken token = client.publish(topic, payload, 1, false);
        try {
            token.waitForCompletion(TIMEOUT_MS);
        } catch (MqttException e) {
            // Paho throws for a PUBACK that says no; the code is what we ask for.
            if (token.getReasonCodes() == null) {
                throw e;
            }
        }
        return token.getReasonCodes()[0];
    }

    /** Publishes an envelope on its lane's topic. */
    public int publish(Lane lane, byte[] envelope) throws MqttException {
        return publish("maimen/v1/" + id + "/envelope/" + lane.text(), envelope);
    }

    /** The next receipt. */
    public Receipt receipt() throws InterruptedException {
        Receipt receipt = receipts.poll(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        if (receipt == null) {
            throw new AssertionError("a receipt must come within " + TIMEOUT_MS + " ms but did not");
        }
        return receipt;
    }

    /** Asks for what the gateway is to work by. */
    public void subscribeDesired() throws MqttException {
        client.subscribe("maimen/v1/" + id + "/desired", 1).waitForCompletion(TIMEOUT_MS);
    }

    /** The next signed desired state. */
    public byte[] desired() throws InterruptedException {
        byte[] state = states.poll(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        if (state == null) {
            throw new AssertionError("a desired state must come within " + TIMEOUT_MS + " ms but did not");
        }
        return state;
    }

    public boolean isConnected() {
        return client.isConnected();
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect().waitForCompletion(TIMEOUT_MS);
        }
        client.close();
    }

    /** Paho's way of handing over what arrives; everything but a message is of no interest here. */
    private final class Receipts implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) throws WireException {
            if (topic.endsWith("/desired")) {
                states.add(message.getPayload());
                return;
            }
            receipts.add(new ReceiptCodec().fromCbor(message.getPayload()));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
