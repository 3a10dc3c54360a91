package io.maimen.gateway.connect.broker;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.gateway.connect.ConnectionContract;
import io.maimen.gateway.connect.DeviceConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device behind a real Mosquitto, published with mosquitto_pub. */
class BrokerDialerTest extends ConnectionContract {
    private static final String TOPIC = "senml/MB-0001/bp";

    @TempDir
    private Path directory;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private Mosquitto broker;
    private BrokerDialer dialer;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(
                Mosquitto.installed(), "a real broker is needed: install Debian packages mosquitto, mosquitto-clients");
        broker = Mosquitto.start(directory, Mosquitto.freePort());
        BrokerAddress address = new BrokerAddress(URI.create(broker.url()), Optional.empty(), Optional.empty());
        dialer = new BrokerDialer(address, "clinic-demo/serial:MB-0001", "senml/MB-0001/#", clock, executor);
    }

    @AfterEach
    void stop() {
        ear.connections.forEach(connection -> connection.close("the test is over"));
        if (broker != null) {
            broker.close();
        }
        executor.shutdown();
    }

    @Override
    protected DeviceConnection connect() {
        assertEquals(Optional.empty(), dialer.dial(ear));
        return ear.last().orElseThrow();
    }

    @Override
    protected void deviceSends(byte... bytes) throws Exception {
        assertTrue(broker.publish(TOPIC, new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** What we see of a device behind a broker is the broker. */
    @Override
    protected void deviceDies() {
        broker.close();
    }

    @Test
    void whatTheBrokerTookWhileWeWereAwayComesWhenWeAreBack() throws Exception {
        connect().close("the gateway stops");
        await().until(() -> ear.closed.size() == 1);
        assertTrue(broker.publish(TOPIC, "1"), "the broker answers for itself");
        connect();
        await().until(() -> ear.deliveries.size() == 1);
    }

    @Test
    void theBrokerKeepsItsCopyUntilItIsStored() throws Exception {
        DeviceConnection first = connect();
        deviceSends((byte) '1');
        await().until(() -> ear.deliveries.size() == 1);
        first.acknowledge(ear.deliveries.get(0), Acknowledgement.NOT_STORED);
        await().until(() -> ear.closed.size() == 1);
        assertTrue(ear.closed.get(0).startsWith("GW-036"), "it is handed out again only to a new connection");
        DeviceConnection second = connect();
        await().until(() -> ear.deliveries.size() == 2);
        second.acknowledge(ear.deliveries.get(1), Acknowledgement.ACCEPTED);
        deviceSends((byte) '2');
        await().until(() -> ear.deliveries.size() == 3);
        second.close("the gateway stops");
        await().until(() -> ear.closed.size() == 2);
        connect();
        await().until(() -> ear.deliveries.size() == 4);
        assertEquals("1122", ear.bytes().toString(StandardCharsets.UTF_8), "only what nobody stored came again");
    }

    @Test
    void aBrokerThatIsNotThereIsNamed() {
        broker.close();
        String why = dialer.dial(ear).orElseThrow();
        assertTrue(why.startsWith("broker tcp://127.0.0.1:"), why);
        assertTrue(ear.connections.isEmpty());
    }
}
