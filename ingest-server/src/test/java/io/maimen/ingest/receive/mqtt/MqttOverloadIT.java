package io.maimen.ingest.receive.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.TestCredentials;
import io.maimen.ingest.TestGateway;
import io.maimen.ingest.TestServer;
import io.maimen.ingest.admit.Admission;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.config.ServerConfig;
import io.maimen.ingest.config.ServerConfigReader;
import io.maimen.ingest.desired.DesiredStates;
import io.maimen.ingest.desired.RunningPacks;
import io.maimen.ingest.gateways.Gateways;
import io.maimen.ingest.identity.DesiredKey;
import io.maimen.ingest.identity.ServerIdentity;
import io.maimen.ingest.sql.Database;
import io.maimen.log.ObservationLog;
import io.maimen.log.SegmentLog;
import io.maimen.log.SegmentLogOptions;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.observation.Lane;
import io.maimen.observation.time.SettableClock;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is full or slow, as gateways feel it. */
class MqttOverloadIT {
    private static final int SUCCESS = 0x00;
    private static final int QUOTA_EXCEEDED = 0x97;
    private static final long TIMEOUT_S = 20;

    private final Vertx vertx = Vertx.vertx();
    private final SimulatedDisk disk = new SimulatedDisk(1);
    private ObservationLog log;
    private MqttReceiver receiver;
    private Database clinical;
    private Audit audit;
    private TestCredentials credentials;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        log = SegmentLog.open(disk, SegmentLogOptions.defaults());
        ServerConfig config = ServerConfigReader.parse(TestServer.yaml(directory), "test.yaml", directory);
        clinical = ClinicalDatabase.open(directory);
        audit = Audit.open(clinical, directory);
        Clock clock = Clock.systemUTC();
        ServerIdentity identity = ServerIdentity.open(directory.resolve("identity"), List.of("127.0.0.1"), clock);
        Gateways gateways = Gateways.of(clinical, audit, identity, clock, Duration.ofDays(1));
        Admission admission =
                new Admission(log, new SettableClock(Measurements.NOON), gateways.signatures()::refusal, () -> {});
        credentials = TestCredentials.enrol(gateways, Measurements.GATEWAY);
        DesiredStates states = new DesiredStates(
                clinical,
                audit,
                DesiredKey.open(directory.resolve("identity")),
                new RunningPacks(List.of(), List.of()),
                clock);
        receiver = MqttReceiver.open(
                        vertx, config.mqtt(), new MqttReceiver.Secured(identity, gateways.gate(), states), admission)
                .toCompletionStage()
                .toCompletableFuture()
                .get(TIMEOUT_S, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        receiver.close().eventually(vertx::close).await();
        log.close();
        audit.close();
        clinical.close();
    }

    @Test
    void aFullLogIsAnsweredWithQuotaExceededUntilThereIsRoom() throws Exception {
        byte[] envelope = Envelopes.of(Lane.VITAL, Measurements.glucose("S-1", "5.1", Measurements.NOON));
        try (TestGateway gateway = TestGateway.connect(receiver.port(), credentials)) {
            disk.setCapacity(0);
            assertEquals(QUOTA_EXCEEDED, gateway.publish(Lane.VITAL, envelope));
            disk.setCapacity(Long.MAX_VALUE);
            assertEquals(SUCCESS, gateway.publish(Lane.VITAL, envelope));
            assertEquals(1, gateway.receipt().outcomes().size());
        }
    }

    /** MQTT 3.1.1 knows no Receive Maximum and no refusal: what is too much stays unanswered and the connection ends. */
    @Test
    void whileTheDiskIsSlowNothingIsAcknowledgedAndTheSeventeenthStaysUnanswered() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        disk.beforeSync(() -> awaitUninterrupted(slow));
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        MqttClient client = client(answers);
        for (int i = 0; i < MqttReceiver.RECEIVE_MAXIMUM + 1; i++) {
            byte[] envelope = Envelopes.of(Lane.VITAL, Measurements.glucose("S-" + i, "5.1", Measurements.NOON));
            client.publish(
                    "maimen/v1/clinic-demo/envelope/vital",
                    Buffer.buffer(envelope),
                    MqttQoS.AT_LEAST_ONCE,
                    false,
                    false);
        }
        assertNull(answers.poll(300, TimeUnit.MILLISECONDS), "nothing may be acknowledged before its fsync");
        slow.countDown();
        for (int i = 1; i <= MqttReceiver.RECEIVE_MAXIMUM; i++) {
            assertEquals("acknowledged " + i, answers.poll(TIMEOUT_S, TimeUnit.SECONDS));
        }
        assertEquals("closed", answers.poll(TIMEOUT_S, TimeUnit.SECONDS));
    }

    private MqttClient client(BlockingQueue<String> answers) throws Exception {
        MqttClient client = MqttClient.create(
                vertx,
                new MqttClientOptions()
                        .setClientId(Measurements.GATEWAY.value())
                        .setSsl(true)
                        .setTrustAll(true)
                        .setHostnameVerificationAlgorithm("")
                        .setKeyCertOptions(KeyCertOptions.wrap(credentials.keyManagers()))
                        .setMaxInflightQueue(100));
        client.publishCompletionHandler(id -> answers.add("acknowledged " + id));
        client.closeHandler(closed -> answers.add("closed"));
        client.connect(receiver.port(), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(TIMEOUT_S, TimeUnit.SECONDS);
        return client;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
