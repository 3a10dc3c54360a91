package io.maimen.simulator.device.senml;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.driver.DriverCatalogue;
import io.maimen.driver.DriverOptions;
import io.maimen.gateway.connect.coap.CoapDevice;
import io.maimen.gateway.connect.coap.CoapEndpointServer;
import io.maimen.gateway.connect.mqtt.MqttDevice;
import io.maimen.gateway.connect.mqtt.MqttEndpointServer;
import io.maimen.gateway.outbox.StoreOutcome;
import io.maimen.gateway.quarantine.QuarantinedFrame;
import io.maimen.gateway.schedule.ThreadScheduler;
import io.maimen.gateway.schedule.WorkerPool;
import io.maimen.gateway.session.DeviceStation;
import io.maimen.gateway.session.SessionListener;
import io.maimen.gateway.session.SessionParts;
import io.maimen.observation.Component;
import io.maimen.observation.Lane;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.wire.OutboxEntry;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.cuff.CuffReadings;
import io.maimen.simulator.device.cuff.Sitter;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.OfferedResult;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gateway's CoAP and MQTT endpoints, its session and its driver against the cuffs and other makers' clients. */
class SenmlIT {
    private static final String SERIAL = "CP-0001";
    private static final String PATH = "senml/" + SERIAL;
    private static final String HOST = "127.0.0.1";
    /** Not ASCII: both sides must mean its UTF-8 bytes. */
    private static final String KEY = "schlüssel-1";

    private static final Path MOSQUITTO_PUB = Path.of("/usr/bin/mosquitto_pub");
    private static final Path LIBCOAP = Path.of("/usr/bin/coap-client-notls");

    @TempDir
    private Path directory;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final BlockingQueue<OutboxEntry> stored = new LinkedBlockingQueue<>();
    private final List<QuarantinedFrame> quarantined = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private DeviceStation station;

    @BeforeEach
    void open() {
        WorkerPool pool = opened(new WorkerPool("session", 2));
        ThreadScheduler scheduler = opened(new ThreadScheduler("scheduler"));
        SessionParts parts =
                new SessionParts(this::put, this::keep, SessionListener.NONE, scheduler, Clock.systemUTC());
        DriverCatalogue.Found driver = DriverCatalogue.installed().find("senml");
        station = new DeviceStation(
                DeviceId.serial(SERIAL),
                ((DriverCatalogue.Found.Driver) driver).driver(),
                new DriverOptions(Map.of("simulated", "true")),
                ZoneId.of("Asia/Shanghai"),
                parts,
                pool);
    }

    @AfterEach
    void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatACuffWithoutAKeyIsToldToBeTakenIsStoredAsItWasMeasured(PackFormat format) throws Exception {
        int port = gateway(Optional.empty()).listen(HOST, 0);
        Path journal = wear(format, coap(port, format, Optional.empty()));
        everythingTakenIsStored(journal, 3);
        PressureOffered first = (PressureOffered) Journal.read(journal).get(0);
        Observation panel = panels().findFirst().orElseThrow();
        assertEquals(first.key(), key(panel));
        assertTrue(panel.provenance().simulated());
        assertEquals(
                first.results().stream().limit(3).toList(),
                panel.components().stream().map(SenmlIT::result).toList());
    }

    private static OfferedResult result(Component component) {
        Quantity quantity = ((NumericValue) component.value()).quantity();
        return new OfferedResult(
                component.type(),
                quantity.value().toPlainString(),
                quantity.unit().code());
    }

    /** Killed: no farewell, and the next one knows nothing of the cuff's session. */
    @Test
    void aGatewayThatWasKilledStallsASecureCuffForAMomentOnly() throws Exception {
        CoapDevice.PreSharedKey key = new CoapDevice.PreSharedKey(SERIAL, KEY);
        Relay network = opened(new Relay());
        network.leadTo(gateway(Optional.of(key)).listenSecurely(HOST, 0));
        Path journal = wear(
                PackFormat.JSON, coap(network.port(), PackFormat.JSON, Optional.of(new CoapCuffLine.Psk(SERIAL, KEY))));
        await().until(() -> keys(journal, Taken.class).size() >= 2);
        network.cut();
        int before = keys(journal, Taken.class).size();
        await().until(() -> said.stream().anyMatch(line -> line.startsWith("again")));
        network.leadTo(gateway(Optional.of(key)).listenSecurely(HOST, 0));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> keys(journal, Taken.class).size() > before + 1);
        everythingTakenIsStored(journal, before + 2);
    }

    @Test
    void anMqttCuffGetsItsPubackWhenItsReadingIsStored() throws Exception {
        int port = mqtt();
        Path journal = wear(
                PackFormat.JSON,
                opened(new MqttCuffLine(
                        "tcp://" + HOST + ":" + port,
                        SERIAL,
                        PATH + "/bp",
                        Optional.of(new MqttCuffLine.Login(SERIAL, KEY)),
                        said::add)));
        everythingTakenIsStored(journal, 3);
    }

    @Test
    void mosquittoPubIsToldWhatBecameOfItsPack() throws Exception {
        assumeTrue(Files.isExecutable(MOSQUITTO_PUB), "package mosquitto-clients is not installed");
        int port = mqtt();
        String good = publish(port, pack());
        assertTrue(good.contains("received PUBACK (Mid: 1, RC:0)"), good);
        assertEquals(1, panels().count());
        String bad = publish(port, "[{\"n\":\"systolic\",\"u\":\"mmHg\"}]");
        assertTrue(bad.contains("RC:153"), bad);
        assertEquals(1, quarantined.size());
    }

    @Test
    void libcoapIsToldWhatBecameOfItsPackByTheRealDriver() throws Exception {
        assumeTrue(Files.isExecutable(LIBCOAP), "package libcoap3-bin is not installed");
        int port = gateway(Optional.empty()).listen(HOST, 0);
        assertTrue(post(port, pack()).contains(" 2.04"), "stored");
        assertEquals(1, panels().count());
        assertTrue(post(port, pack()).contains(" 2.04"), "the same again");
        assertEquals(1, panels().map(Observation::id).distinct().count());
        String bad = post(port, "[{\"n\":\"systolic\",\"u\":\"mmHg\"}]");
        assertTrue(bad.contains("4.00"), bad);
        assertEquals(1, quarantined.size());
        refusals.set(1);
        String full = post(port, pack());
        assertTrue(full.contains("5.03"), full);
    }

    private static String pack() {
        return "[{\"bn\":\"urn:dev:os:32473-CP-0001:\",\"bt\":1772625570,\"n\":\"systolic\",\"u\":\"mmHg\",\"v\":128},"
                + "{\"n\":\"diastolic\",\"u\":\"mmHg\",\"v\":79},{\"n\":\"slot\",\"v\":2}]";
    }

    /** A pack longer than its block of 64 bytes; the answer is what the client says of the exchange. */
    private static String post(int port, String pack) throws Exception {
        return output(List.of(
                LIBCOAP.toString(),
                "-m",
                "post",
                "-t",
                "110",
                "-b",
                "64",
                "-B",
                "5",
                "-v",
                "7",
                "-e",
                pack,
                "coap://" + HOST + ":" + port + "/" + PATH));
    }

    private static String publish(int port, String pack) throws Exception {
        return output(List.of(
                MOSQUITTO_PUB.toString(),
                "-V",
                "5",
                "-d",
                "-q",
                "1",
                "-h",
                HOST,
                "-p",
                "" + port,
                "-i",
                SERIAL,
                "-u",
                SERIAL,
                "-P",
                KEY,
                "-t",
                PATH + "/bp",
                "-m",
                pack));
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return output;
    }

    private CoapEndpointServer gateway(Optional<CoapDevice.PreSharedKey> key) {
        return opened(new CoapEndpointServer(List.of(new CoapDevice(PATH, key, station)), Clock.systemUTC()));
    }

    private int mqtt() throws Exception {
        Vertx vertx = Vertx.vertx();
        opened(() -> vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS));
        MqttDevice device = new MqttDevice(SERIAL, KEY, PATH + "/", station);
        return new MqttEndpointServer(vertx, List.of(device), Clock.systemUTC())
                .listen(HOST, 0)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private CoapCuffLine coap(int port, PackFormat format, Optional<CoapCuffLine.Psk> psk) {
        return opened(new CoapCuffLine(HOST, port, PATH, format.contentFormat(), psk));
    }

    private StoreOutcome put(OutboxEntry entry) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return new StoreOutcome.NotStored(StoreOutcome.Reason.NO_SPACE, "GW-000 the disk is full");
        }
        stored.add(entry);
        return new StoreOutcome.Stored(Lane.VITAL);
    }

    private Optional<String> keep(QuarantinedFrame frame) {
        quarantined.add(frame);
        return Optional.empty();
    }

    /** Starts a cuff with two users; the answer is its journal. */
    private Path wear(PackFormat format, CuffLine line) throws Exception {
        Path file = directory.resolve("journal.jsonl");
        Journal journal = opened(Journal.create(file));
        List<Sitter> sitters = List.of(
                new Sitter(Optional.of("p-aaa"), Optional.of(new UserSlot(1))),
                new Sitter(Optional.of("p-bbb"), Optional.of(new UserSlot(2))));
        SenmlCuff cuff = new SenmlCuff(
                DeviceId.serial(SERIAL),
                new CuffReadings(sitters, 7, new CuffReadings.Crises(0, Set.of(), Duration.ofSeconds(65))),
                Duration.ofMillis(100),
                format,
                line,
                journal,
                said::add,
                Clock.systemUTC());
        Stop stop = new Stop(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ZERO);
        Thread wearing = new Thread(() -> run(cuff, stop), "cuff");
        wearing.start();
        opened(() -> {
            stop.now();
            wearing.join();
        });
        return file;
    }

    private static void run(SenmlCuff cuff, Stop stop) {
        try {
            cuff.run(stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void everythingTakenIsStored(Path journal, int atLeast) throws Exception {
        await().until(() -> keys(journal, Taken.class).size() >= atLeast);
        Set<String> taken = keys(journal, Taken.class);
        Set<String> found = panels().map(SenmlIT::key).collect(Collectors.toSet());
        assertTrue(found.containsAll(taken), "taken " + taken + " but stored " + found);
        Set<ObservationId> identities = panels().map(Observation::id).collect(Collectors.toSet());
        assertEquals(
                panels().map(SenmlIT::key).distinct().count(), identities.size(), "sent again is the same reading");
        assertEquals(List.of(), quarantined);
    }

    private Stream<Observation> panels() {
        return stored.stream()
                .flatMap(entry -> entry.observations().stream())
                .filter(observation -> observation.type().equals(Nomenclature.BLOOD_PRESSURE));
    }

    private static String key(Observation panel) {
        return JournalEntry.pressureKey(
                panel.source().slot().map(UserSlot::number),
                panel.timing().deviceTime().orElseThrow().instant());
    }

    private static Set<String> keys(Path journal, Class<? extends JournalEntry> type) throws Exception {
        return Journal.read(journal).stream()
                .filter(type::isInstance)
                .map(JournalEntry::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }
}
