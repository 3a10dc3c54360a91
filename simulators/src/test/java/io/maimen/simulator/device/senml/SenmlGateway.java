package io.maimen.simulator.device.senml;

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
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.wire.OutboxEntry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A gateway's endpoints, session and driver for one cuff, and what it keeps of the cuff's readings, in memory. */
final class SenmlGateway {
    private static final String HOST = "127.0.0.1";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final BlockingQueue<OutboxEntry> stored = new LinkedBlockingQueue<>();
    private final List<QuarantinedFrame> quarantined = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final String serial;
    private final String tree;
    private final DeviceStation station;

    SenmlGateway(String serial) {
        this(serial, "senml", Map.of("simulated", "true"));
    }

    /** The same for another driver whose devices send messages. */
    SenmlGateway(String serial, String driverName, Map<String, String> options) {
        this.serial = serial;
        tree = driverName;
        WorkerPool pool = opened(new WorkerPool("session", 2));
        ThreadScheduler scheduler = opened(new ThreadScheduler("scheduler"));
        SessionParts parts =
                new SessionParts(this::put, this::keep, SessionListener.NONE, scheduler, Clock.systemUTC());
        DriverCatalogue.Found driver = DriverCatalogue.installed().find(driverName);
        station = new DeviceStation(
                DeviceId.serial(serial),
                ((DriverCatalogue.Found.Driver) driver).driver(),
                new DriverOptions(options),
                ZoneId.of("Asia/Shanghai"),
                parts,
                pool);
    }

    private String path() {
        return tree + "/" + serial;
    }

    /** A CoAP endpoint, not listening yet. */
    CoapEndpointServer coap(Optional<CoapDevice.PreSharedKey> key) {
        return opened(new CoapEndpointServer(List.of(new CoapDevice(path(), key, station)), Clock.systemUTC()));
    }

    /** Opens an MQTT endpoint; gives its port. */
    int mqtt(String password) throws Exception {
        Vertx vertx = Vertx.vertx();
        opened(() -> vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS));
        MqttDevice device = new MqttDevice(serial, password, path() + "/", station);
        return new MqttEndpointServer(vertx, List.of(device), Clock.systemUTC())
                .listen(HOST, 0)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
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

    /** The readings it stored, also those that came twice. */
    Stream<Observation> panels() {
        return stored.stream()
                .flatMap(entry -> entry.observations().stream())
                .filter(observation -> observation.type().equals(Nomenclature.BLOOD_PRESSURE));
    }

    /** Everything it stored. */
    Stream<Observation> observations() {
        return stored.stream().flatMap(entry -> entry.observations().stream());
    }

    List<QuarantinedFrame> quarantined() {
        return quarantined;
    }

    /** The disk is full, for the next entry alone. */
    void refuseOnce() {
        refusals.set(1);
    }

    /** What was opened last closes first. */
    void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }
}
