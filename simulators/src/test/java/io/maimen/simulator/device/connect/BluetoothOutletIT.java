package io.maimen.simulator.device.connect;

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
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.wire.OutboxEntry;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Families on a virtual BlueZ, read through the gateway's own Bluetooth by the drivers of their names. */
class BluetoothOutletIT {
    private static final ZoneId PLACE = ZoneId.of("Asia/Shanghai");
    private static final int GLUCOSE_RECORDS = 12;
    private static final Map<String, ObservationCode> TOLD = Map.of(
            "heart-rate", Nomenclature.HEART_RATE,
            "thermometer", Nomenclature.BODY_TEMPERATURE,
            "pulse-oximeter", Nomenclature.OXYGEN_SATURATION,
            "weight-scale", Nomenclature.BODY_WEIGHT,
            "glucose-meter", Nomenclature.GLUCOSE_CAPILLARY_PLASMA);

    @TempDir
    private Path directory;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final BlockingQueue<OutboxEntry> stored = new LinkedBlockingQueue<>();
    private final Queue<Measured> measured = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void open() throws Exception {
        WorkerPool pool = opened(new WorkerPool("session", 4));
        ThreadScheduler scheduler = opened(new ThreadScheduler("scheduler"));
        SessionParts parts = new SessionParts(
                this::put, frame -> Optional.empty(), SessionListener.NONE, scheduler, Clock.systemUTC());
        Places places = new Places(directory, "127.0.0.1", List.of(), 1, "");
        List<PlacedDevice> devices =
                PlacedDevice.of(DeviceFamilies.installed().named(List.copyOf(TOLD.keySet())), places);
        Ward ward = opened(new Ward(Clock.systemUTC()));
        ward.begin(
                devices,
                device -> device.family().make(7, DeviceClock.right(PLACE), Set.of()),
                device -> listener(),
                new Stop(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ZERO));
        opened(new Bluetooth(
                        "unix:path=" + places.bus(),
                        "hci0",
                        devices.stream()
                                .map(device -> new BluetoothDevice(
                                        device.serial(), device.address(), station(device, parts, pool)))
                                .toList(),
                        new BackOff(Duration.ofMillis(50), Duration.ofMillis(200), new SplittableRandom(1)),
                        scheduler,
                        pool,
                        Clock.systemUTC()))
                .start();
    }

    @AfterEach
    void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Test
    void everyFamilyIsReadAsItSaysOfItself() {
        TOLD.forEach((family, type) -> await().atMost(Duration.ofSeconds(30)).until(() -> observations(family).stream()
                .anyMatch(one -> one.type().equals(type))));
        await().atMost(Duration.ofSeconds(30)).until(() -> glucose().size() >= GLUCOSE_RECORDS);
        assertEquals(
                List.of(Nomenclature.GLUCOSE_CONTROL),
                glucose().stream()
                        .filter(one -> one.statuses().contains(MeasurementStatus.QUALITY_CONTROL))
                        .map(Observation::type)
                        .distinct()
                        .toList());
        assertEquals(
                GLUCOSE_RECORDS,
                glucose().stream().map(Observation::id).distinct().count(),
                "a memory sent at each connection holds each record once");
        Set<ObservationCode> truth = measured.stream().map(Measured::code).collect(Collectors.toSet());
        TOLD.keySet().forEach(family -> observations(family)
                .forEach(one -> assertTrue(truth.contains(one.type()), "measured by nobody: " + one)));
    }

    private List<Observation> glucose() {
        return observations("glucose-meter").stream()
                .filter(one -> !one.type().equals(Nomenclature.BATTERY_CHARGE))
                .toList();
    }

    private List<Observation> observations(String family) {
        return stored.stream()
                .flatMap(entry -> entry.observations().stream())
                .filter(one -> one.source().device().equals(DeviceId.serial(family)))
                .toList();
    }

    private static DeviceStation station(PlacedDevice device, SessionParts parts, WorkerPool pool) {
        DriverCatalogue.Found driver =
                DriverCatalogue.installed().find(device.family().name());
        return new DeviceStation(
                device.id(),
                ((DriverCatalogue.Found.Driver) driver).driver(),
                new DriverOptions(device.family().driverOptions()),
                PLACE,
                parts,
                pool);
    }

    private DeviceRunner.Listener listener() {
        return new DeviceRunner.Listener() {
            @Override
            public void measured(Measured truth) {
                measured.add(truth);
            }

            @Override
            public void sent(Send send) {}

            @Override
            public void told(String what) {}
        };
    }

    private StoreOutcome put(OutboxEntry entry) {
        stored.add(entry);
        return new StoreOutcome.Stored(Lane.VITAL);
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }
}
