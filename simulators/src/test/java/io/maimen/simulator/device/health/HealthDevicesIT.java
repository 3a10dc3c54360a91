package io.maimen.simulator.device.health;

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
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.wire.OutboxEntry;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.bluez.PrivateBus;
import io.maimen.simulator.device.bluez.Radio;
import io.maimen.simulator.device.bluez.VirtualBluez;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drivers of the Bluetooth SIG's services through the gateway's Bluetooth, against devices on a virtual BlueZ. */
class HealthDevicesIT {
    private static final ZoneId PLACE = ZoneId.of("Asia/Shanghai");
    private static final Map<HealthKind, String> DRIVERS = new EnumMap<>(Map.of(
            HealthKind.STRAP, "heart-rate",
            HealthKind.THERMOMETER, "thermometer",
            HealthKind.OXIMETER, "pulse-oximeter",
            HealthKind.SCALE, "weight-scale",
            HealthKind.GLUCOSE_METER, "glucose-meter"));

    @TempDir
    private Path directory;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final BlockingQueue<OutboxEntry> stored = new LinkedBlockingQueue<>();
    private VirtualBluez bluez;

    @BeforeEach
    void open() throws Exception {
        PrivateBus bus = opened(PrivateBus.start(directory.resolve("bus")));
        bluez = opened(VirtualBluez.start(bus.address(), "hci0"));
        WorkerPool pool = opened(new WorkerPool("session", 4));
        ThreadScheduler scheduler = opened(new ThreadScheduler("scheduler"));
        SessionParts parts = new SessionParts(
                this::put, frame -> Optional.empty(), SessionListener.NONE, scheduler, Clock.systemUTC());
        List<BluetoothDevice> devices = new ArrayList<>();
        DRIVERS.forEach((kind, driver) ->
                devices.add(new BluetoothDevice(kind.name(), address(kind), station(kind, driver, parts, pool))));
        opened(new Bluetooth(
                        bus.address(),
                        "hci0",
                        devices,
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
    void everyKindOfDeviceIsReadAsItSaysOfItself() {
        DRIVERS.keySet().forEach(this::bring);
        Map<HealthKind, ObservationCode> told = Map.of(
                HealthKind.STRAP, Nomenclature.HEART_RATE,
                HealthKind.THERMOMETER, Nomenclature.BODY_TEMPERATURE,
                HealthKind.OXIMETER, Nomenclature.OXYGEN_SATURATION,
                HealthKind.SCALE, Nomenclature.BODY_WEIGHT,
                HealthKind.GLUCOSE_METER, Nomenclature.GLUCOSE_CAPILLARY_PLASMA);
        told.forEach((kind, type) -> await().atMost(Duration.ofSeconds(30))
                .until(() -> observations().stream().anyMatch(one -> one.type().equals(type) && of(kind, one))));
        await().atMost(Duration.ofSeconds(30)).until(() -> glucose().size() >= GlucoseMeter.RECORDS);
        assertTrue(observations().stream().allMatch(one -> one.value() instanceof NumericValue));
        List<Observation> controls = glucose().stream()
                .filter(one -> one.statuses().contains(MeasurementStatus.QUALITY_CONTROL))
                .toList();
        assertEquals(
                List.of(Nomenclature.GLUCOSE_CONTROL),
                controls.stream().map(Observation::type).distinct().toList());
        assertEquals(
                GlucoseMeter.RECORDS,
                glucose().stream().map(Observation::id).distinct().count(),
                "a memory sent at each connection holds each record once");
        assertEquals(identities(), List.copyOf(identities().stream().distinct().toList()));
    }

    private List<ObservationId> identities() {
        return observations().stream()
                .filter(one -> !of(HealthKind.GLUCOSE_METER, one))
                .map(Observation::id)
                .toList();
    }

    private List<Observation> glucose() {
        return observations().stream()
                .filter(one -> of(HealthKind.GLUCOSE_METER, one))
                .toList();
    }

    private List<Observation> observations() {
        return stored.stream().flatMap(entry -> entry.observations().stream()).collect(Collectors.toList());
    }

    private static boolean of(HealthKind kind, Observation observation) {
        return observation.source().device().equals(device(kind));
    }

    private static DeviceStation station(HealthKind kind, String name, SessionParts parts, WorkerPool pool) {
        DriverCatalogue.Found driver = DriverCatalogue.installed().find(name);
        return new DeviceStation(
                device(kind),
                ((DriverCatalogue.Found.Driver) driver).driver(),
                new DriverOptions(Map.of("simulated", "true")),
                PLACE,
                parts,
                pool);
    }

    private static DeviceId device(HealthKind kind) {
        return DeviceId.serial(kind.name().replace('_', '-'));
    }

    private static String address(HealthKind kind) {
        return "AA:BB:CC:DD:EE:0" + List.copyOf(DRIVERS.keySet()).indexOf(kind);
    }

    private void bring(HealthKind kind) {
        HealthPeripheral device = new HealthPeripheral(
                address(kind),
                kind.name(),
                kind.profile(new Random(7), PLACE, Clock.systemUTC().instant()),
                Duration.ofMillis(1_100),
                line -> {},
                Clock.systemUTC());
        Radio radio = bluez.bring(device);
        Stop stop = new Stop(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ZERO);
        Thread thread = new Thread(() -> run(device, radio, stop), kind.name());
        thread.start();
        opened.push(() -> {
            thread.interrupt();
            thread.join();
        });
    }

    private static void run(HealthPeripheral device, Radio radio, Stop stop) {
        try {
            device.run(radio, stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
