package io.maimen.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** An ECG patch by hand, from docs/devices/ecg-patch.md. */
final class PatchScript implements AutoCloseable {
    static final String TOPIC = "ecg/v1/ECG-0001/block";
    private static final int SAMPLES = 250;
    private static final int WAIT_MS = 10_000;

    private final MqttAsyncClient client;

    PatchScript(String url) throws MqttException {
        client = new MqttAsyncClient(url, "ECG-0001", new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName("ECG-0001");
        options.setPassword("p".getBytes(StandardCharsets.UTF_8));
        client.connect(options).waitForCompletion(WAIT_MS);
    }

    IMqttToken publish(byte[] block) throws MqttException {
        return client.publish(TOPIC, block, 1, false);
    }

    /** One second of a flat line, simulated. */
    static byte[] block(int sequence) {
        ByteBuffer block = ByteBuffer.allocate(52 + 2 * SAMPLES);
        block.put((byte) 'M').put((byte) 'E').put((byte) 1).put((byte) 0b10);
        block.putLong(crc("ECG-0001".getBytes(StandardCharsets.US_ASCII)));
        block.putInt(1).putInt(sequence).putLong((long) sequence * SAMPLES);
        block.putLong(1_748_779_200_000_000L + sequence * 1_000_000L);
        block.putInt(250_000).putInt(5_000).put((byte) 1).put((byte) 0).putShort((short) SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            block.putShort((short) i);
        }
        block.putInt((int) crc(Arrays.copyOf(block.array(), block.position())));
        return block.array();
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 0, false);
    }
}
