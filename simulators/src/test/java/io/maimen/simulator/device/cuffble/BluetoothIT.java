package io.maimen.simulator.device.cuffble;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverCatalogue;
import io.maimen.driver.DriverOptions;
import io.maimen.gateway.connect.BackOff;
import io.maimen.gateway.connect.ble.Bluetooth;
import io.maimen.gateway.connect.ble.BluetoothDevice;
import io.maimen.gateway.outbox.StoreOutcome;
import io.maimen.gateway.schedule.ThreadScheduler;
import io.maimen.gateway.schedule.WorkerPool;
import io.maimen.gateway.session.DeviceStation;
import io.maimen.gateway.session.SessionListener;
import io.maimen.gateway.session.SessionParts;
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.wire.OutboxEntry;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.bluez.PrivateBus;
import io.maimen.simulator.device.bluez.Radio;
import io.maimen.simulator.device.bluez.VirtualBluez;
import io.maimen.simulator.device.cuff.CuffReadings;
import io.maimen.simulator.device.cuff.Sitter;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.Indicated;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
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
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway's Bluetooth, its session and its driver against a cuff on a virtual BlueZ: all of it but radio and disk. */
class BluetoothIT {
    private static final DeviceId DEVICE = DeviceId.serial("BP-0001");
    private static final String ADDRESS = "AA:BB:CC:DD:EE:01";
    private static final ZoneId PLACE = ZoneId.of("Asia/Shanghai");
    private static final CuffHabits.Pace QUICK = new CuffHabits.Pace(Duration.ofMillis(100), Duration.ofMillis(100));

    @TempDir
    private Path directory;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final BlockingQueue<OutboxEntry> stored = new LinkedBlockingQueue<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private PrivateBus bus;
    private VirtualBluez bluez;
    private Bluetooth bluetooth;
    private DeviceStation station;
    private Stop measuring;

    @BeforeEach
    void open() throws Exception {
        bus = opened(PrivateBus.start(directory.resolve("bus")));
        bluez = opened(VirtualBluez.start(bus.address(), "hci0"));
        WorkerPool pool = opened(new WorkerPool("session", 4));
        ThreadScheduler scheduler = opened(new ThreadScheduler("scheduler"));
        SessionParts parts = new SessionParts(
                this::put, frame -> Optional.empty(), SessionListener.NONE, scheduler, Clock.systemUTC());
        DriverCatalogue.Found driver = DriverCatalogue.installed().find("blood-pressure");
        station = new DeviceStation(
                DEVICE,
                ((DriverCatalogue.Found.Driver) driver).driver(),
                new DriverOptions(Map.of("simulated", "true")),
                PLACE,
                parts,
                pool);
        bluetooth = opened(new Bluetooth(
                bus.address(),
                "hci0",
                List.of(new BluetoothDevice("the cuff", ADDRESS, station)),
                new BackOff(Duration.ofMillis(50), Duration.ofMillis(200), new SplittableRandom(1)),
                scheduler,
                pool,
                Clock.systemUTC()));
        bluetooth.start();
    }

    @AfterEach
    void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Test
    void bothUsersOfACuffComeThroughWhateverBreaksOffAndEachReadingIsOne() throws Exception {
        Path journal = wear(new CuffHabits(30, false, 3, 4, QUICK));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> keys(journal, Taken.class).size() >= 8
                        && said.stream().anyMatch(line -> line.startsWith("walks away"))
                        && said.stream().anyMatch(line -> line.startsWith("BlueZ forgets")));
        measuring.now();
        await().until(() -> keys(journal, Taken.class).equals(keys(journal, PressureOffered.class)));
        await().until(() -> storedKeys().equals(keys(journal, PressureOffered.class)));
        assertEquals(Set.of(1, 2), panels().map(panel -> slot(panel)).collect(Collectors.toSet()));
        Set<ObservationId> identities = panels().map(Observation::id).collect(Collectors.toSet());
        assertEquals(storedKeys().size(), identities.size(), "a reading sent again is the same reading");
        assertTrue(panels().count() > identities.size(), "the memory was sent more than once");
        assertTrue(panels().allMatch(panel -> panel.provenance().simulated()));
        assertTrue(station.meter().storageDelay().longest().isPresent());
        await().until(() -> !station.meter().isConnected());
    }

    @Test
    void aBusThatDiesIsFoundAgainAndTheMemoryIsReadOnce() throws Exception {
        await().until(() -> bluez.discovering());
        bus.kill();
        await().until(() -> bluetooth.trouble().isPresent());
        bus = opened(PrivateBus.start(directory.resolve("bus")));
        bluez = opened(VirtualBluez.start(bus.address(), "hci0"));
        Path journal = wear(new CuffHabits(30, false, 0, 0, QUICK));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> keys(journal, Taken.class).size() >= 2);
        assertEquals(Optional.empty(), bluetooth.trouble());
        await().until(() -> storedKeys().containsAll(keys(journal, Taken.class)));
    }

    /** The cuff has forgotten what BlueZ confirmed: it is ours to keep trying. */
    @Test
    void whatADiskRefusesIsTriedAgainForACuffThatForgets() throws Exception {
        refusals.set(3);
        CuffHabits.Pace patient = new CuffHabits.Pace(Duration.ofMillis(100), Duration.ofSeconds(30));
        Path journal = wear(new CuffHabits(30, true, 0, 0, patient));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !keys(journal, Indicated.class).isEmpty()
                        && storedKeys().containsAll(keys(journal, Indicated.class)));
        assertEquals(Set.of(), keys(journal, Taken.class));
        assertEquals(0, refusals.get());
    }

    private StoreOutcome put(OutboxEntry entry) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return new StoreOutcome.NotStored(StoreOutcome.Reason.NO_SPACE, "GW-000 the disk is full");
        }
        stored.add(entry);
        return new StoreOutcome.Stored(Lane.VITAL);
    }

    /** Starts a cuff with two users; the answer is its journal. */
    private Path wear(CuffHabits habits) throws Exception {
        Path file = directory.resolve("journal.jsonl");
        Journal journal = opened(Journal.create(file));
        List<Sitter> sitters = List.of(
                new Sitter(Optional.of("p-aaa"), Optional.of(new UserSlot(1))),
                new Sitter(Optional.of("p-bbb"), Optional.of(new UserSlot(2))));
        BluetoothCuff cuff = new BluetoothCuff(
                DEVICE,
                ADDRESS,
                new CuffReadings(sitters, 7, new CuffReadings.Crises(0, Set.of(), Duration.ofSeconds(65))),
                Duration.ofMillis(300),
                PLACE,
                habits,
                journal,
                said::add,
                Clock.systemUTC());
        Radio radio = bluez.bring(cuff);
        measuring = new Stop(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ofSeconds(30));
        Stop stop = measuring;
        Thread wearing = new Thread(() -> run(cuff, radio, stop), "cuff");
        wearing.start();
        opened(() -> {
            wearing.interrupt();
            wearing.join();
        });
        return file;
    }

    private static void run(BluetoothCuff cuff, Radio radio, Stop stop) {
        try {
            cuff.run(radio, stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<Observation> panels() {
        return stored.stream()
                .flatMap(entry -> entry.observations().stream())
                .filter(observation -> observation.type().equals(Nomenclature.BLOOD_PRESSURE));
    }

    private Set<String> storedKeys() {
        return panels().map(panel -> JournalEntry.pressureKey(
                        Optional.of(slot(panel)),
                        panel.timing().deviceTime().orElseThrow().instant()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int slot(Observation panel) {
        return panel.source().slot().orElseThrow().number();
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
