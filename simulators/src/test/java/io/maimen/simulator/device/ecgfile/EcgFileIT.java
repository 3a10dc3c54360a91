package io.maimen.simulator.device.ecgfile;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverCatalogue;
import io.maimen.driver.DriverOptions;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.gateway.connect.folder.FolderDialer;
import io.maimen.gateway.connect.folder.WatchedFolder;
import io.maimen.gateway.outbox.StoreOutcome;
import io.maimen.gateway.schedule.ThreadScheduler;
import io.maimen.gateway.schedule.WorkerPool;
import io.maimen.gateway.session.DeviceStation;
import io.maimen.gateway.session.SessionListener;
import io.maimen.gateway.session.SessionParts;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.code.EcgLead;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.wire.OutboxEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cart's export, through the folder, Camel and the driver: all of the way but the disk of the outbox. */
class EcgFileIT {
    private static final Examination EXAMINATION =
            Examination.of(3, "TH-0042", LocalDateTime.parse("2026-03-02T09:00:00"));
    private static final Instant BEGUN = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    Path home;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<OutboxEntry> stored = new CopyOnWriteArrayList<>();
    private final List<Bytes> quarantined = new CopyOnWriteArrayList<>();
    private final AtomicBoolean diskFull = new AtomicBoolean();
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("cart"));
    }

    @AfterEach
    void stop() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Test
    void everySampleOfAnScpFileIsStored() throws Exception {
        allIsStored("scp", "ECG1.scp", ScpWriter.file(EXAMINATION));
    }

    @Test
    void everySampleOfAnAnnotatedEcgIsStored() throws Exception {
        allIsStored("aecg", "ECG1.xml", AecgWriter.file(EXAMINATION));
    }

    private void allIsStored(String driver, String name, byte[] file) throws Exception {
        watch(driver);
        Files.write(folder.resolve(name), file);
        await().atMost(20, SECONDS)
                .until(() -> Files.exists(folder.resolve("done").resolve(name)));
        assertEquals(truth(), leads());
        Observation first = observations().get(0);
        assertEquals(BEGUN, first.timing().measuredAt());
        assertEquals(Optional.of(new SpecimenId("TH-0042")), first.source().specimen());
        assertEquals("500", ((SampledValue) first.value()).rateHz().toPlainString());
        assertEquals("0.0025", ((SampledValue) first.value()).scale().toPlainString());
        assertTrue(first.provenance().simulated());
        assertEquals(Bytes.of(file), original(first), "the original opens from every block");
    }

    @Test
    void whatFindsNoRoomWaitsInTheFolder() throws Exception {
        diskFull.set(true);
        FolderDialer dialer = watch("scp");
        Path file = Files.write(folder.resolve("ECG1.scp"), ScpWriter.file(EXAMINATION));
        await().atMost(20, SECONDS).until(() -> dialer.trouble().orElse("").startsWith("GW-046"));
        assertTrue(Files.exists(file));
        diskFull.set(false);
        await().atMost(20, SECONDS).until(() -> Files.exists(folder.resolve("done/ECG1.scp")));
        assertEquals(truth(), leads());
    }

    @Test
    void aDamagedFileIsRefusedWithItsReasonAndTheNextOneIsRead() throws Exception {
        watch("scp");
        byte[] damaged = ScpWriter.file(EXAMINATION);
        damaged[damaged.length / 2] ^= 1;
        Files.write(folder.resolve("ECG1.scp"), damaged);
        await().atMost(20, SECONDS).until(() -> Files.exists(folder.resolve("refused/ECG1.scp")));
        assertTrue(
                Files.readString(folder.resolve("refused/ECG1.scp.reason.txt")).startsWith("SCP-005"));
        assertEquals(List.of(Bytes.of(damaged)), quarantined);
        Files.write(folder.resolve("ECG1.scp"), ScpWriter.file(EXAMINATION));
        await().atMost(20, SECONDS).until(() -> Files.exists(folder.resolve("done/ECG1.scp")));
        assertEquals(truth(), leads());
    }

    private FolderDialer watch(String name) {
        WorkerPool pool = opened(new WorkerPool("session", 2));
        ThreadScheduler scheduler = opened(new ThreadScheduler("scheduler"));
        SessionParts parts = new SessionParts(
                this::put,
                frame -> {
                    quarantined.add(frame.bytes());
                    return Optional.empty();
                },
                SessionListener.NONE,
                scheduler,
                Clock.systemUTC());
        DriverCatalogue.Found driver = DriverCatalogue.installed().find(name);
        DeviceStation station = new DeviceStation(
                DeviceId.serial("CART-1"),
                ((DriverCatalogue.Found.Driver) driver).driver(),
                new DriverOptions(Map.of("simulated", "true")),
                ZoneId.of("Asia/Shanghai"),
                parts,
                pool);
        WatchedFolder watched = new WatchedFolder(folder, "*", Duration.ofMillis(50), 4 << 20);
        FolderDialer dialer = new FolderDialer(watched, Clock.systemUTC(), pool);
        AtomicReference<DeviceConnection> connection = new AtomicReference<>();
        assertEquals(Optional.empty(), dialer.dial(opening -> {
            connection.set(opening);
            return station.accept(opening);
        }));
        opened.push(() -> connection.get().close("the test is over"));
        return dialer;
    }

    private StoreOutcome put(OutboxEntry entry) {
        if (diskFull.get()) {
            return new StoreOutcome.NotStored(StoreOutcome.Reason.NO_SPACE, "GW-000 the disk is full");
        }
        stored.add(entry);
        return new StoreOutcome.Stored(Lane.WAVEFORM);
    }

    private static Map<ObservationCode, Samples> truth() {
        return EXAMINATION.leads().entrySet().stream()
                .collect(Collectors.toMap(lead -> codeOf(lead.getKey()), Map.Entry::getValue));
    }

    private static ObservationCode codeOf(EcgLead lead) {
        return lead.code();
    }

    private List<Observation> observations() {
        return stored.stream().flatMap(entry -> entry.observations().stream()).toList();
    }

    private Map<ObservationCode, Samples> leads() {
        return observations().stream()
                .collect(Collectors.toMap(Observation::type, block -> ((SampledValue) block.value()).samples()));
    }

    private Bytes original(Observation block) {
        Map<String, Bytes> frames = stored.stream()
                .flatMap(entry -> entry.rawFrames().stream())
                .collect(Collectors.toMap(frame -> frame.ref().sha256(), RawFrame::bytes));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        block.provenance()
                .rawFrames()
                .forEach(ref -> file.writeBytes(frames.get(ref.sha256()).toArray()));
        return Bytes.of(file.toByteArray());
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }
}
