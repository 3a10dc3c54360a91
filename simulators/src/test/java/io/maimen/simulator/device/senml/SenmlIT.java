package io.maimen.simulator.device.senml;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.connect.coap.CoapDevice;
import io.maimen.observation.Component;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.Quantity;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.UserSlot;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.cuff.CuffReadings;
import io.maimen.simulator.device.cuff.Sitter;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.OfferedResult;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
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

    @TempDir
    private Path directory;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private SenmlGateway gateway;

    @BeforeEach
    void open() {
        gateway = new SenmlGateway(SERIAL);
        opened(gateway::close);
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
        int port = gateway.coap(Optional.empty()).listen(HOST, 0);
        Path journal = wear(format, coap(port, format, Optional.empty()));
        everythingTakenIsStored(journal, 3);
        PressureOffered first = (PressureOffered) Journal.read(journal).get(0);
        Observation panel = gateway.panels().findFirst().orElseThrow();
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
        network.leadTo(gateway.coap(Optional.of(key)).listenSecurely(HOST, 0));
        Path journal = wear(
                PackFormat.JSON, coap(network.port(), PackFormat.JSON, Optional.of(new CoapCuffLine.Psk(SERIAL, KEY))));
        await().until(() -> keys(journal, Taken.class).size() >= 2);
        network.cut();
        int before = keys(journal, Taken.class).size();
        await().until(() -> said.stream().anyMatch(line -> line.startsWith("again")));
        network.leadTo(gateway.coap(Optional.of(key)).listenSecurely(HOST, 0));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> keys(journal, Taken.class).size() > before + 1);
        everythingTakenIsStored(journal, before + 2);
    }

    @Test
    void anMqttCuffGetsItsPubackWhenItsReadingIsStored() throws Exception {
        int port = gateway.mqtt(KEY);
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
        int port = gateway.mqtt(KEY);
        String good = publish(port, OtherMakersClients.PACK);
        assertTrue(good.contains("received PUBACK (Mid: 1, RC:0)"), good);
        assertEquals(1, gateway.panels().count());
        String bad = publish(port, OtherMakersClients.PACK_WITHOUT_VALUE);
        assertTrue(bad.contains("RC:153"), bad);
        assertEquals(1, gateway.quarantined().size());
    }

    @Test
    void libcoapIsToldWhatBecameOfItsPackByTheRealDriver() throws Exception {
        int port = gateway.coap(Optional.empty()).listen(HOST, 0);
        assertTrue(post(port, OtherMakersClients.PACK).contains(" 2.04"), "stored");
        assertEquals(1, gateway.panels().count());
        assertTrue(post(port, OtherMakersClients.PACK).contains(" 2.04"), "the same again");
        assertEquals(1, gateway.panels().map(Observation::id).distinct().count());
        String bad = post(port, OtherMakersClients.PACK_WITHOUT_VALUE);
        assertTrue(bad.contains("4.00"), bad);
        assertEquals(1, gateway.quarantined().size());
        gateway.refuseOnce();
        String full = post(port, OtherMakersClients.PACK);
        assertTrue(full.contains("5.03"), full);
    }

    private static String publish(int port, String pack) throws Exception {
        return OtherMakersClients.publish(port, SERIAL, KEY, PATH + "/bp", pack);
    }

    private static String post(int port, String pack) throws Exception {
        return OtherMakersClients.post(port, PATH, pack);
    }

    private CoapCuffLine coap(int port, PackFormat format, Optional<CoapCuffLine.Psk> psk) {
        return opened(new CoapCuffLine(HOST, port, PATH, format.contentFormat(), psk));
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
        Set<String> found = gateway.panels().map(SenmlIT::key).collect(Collectors.toSet());
        assertTrue(found.containsAll(taken), "taken " + taken + " but stored " + found);
        Set<ObservationId> identities = gateway.panels().map(Observation::id).collect(Collectors.toSet());
        assertEquals(
                gateway.panels().map(SenmlIT::key).distinct().count(),
                identities.size(),
                "sent again is the same reading");
        assertEquals(List.of(), gateway.quarantined());
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
