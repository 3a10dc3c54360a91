package io.maimen.gateway;

import io.maimen.alerting.LaneRule;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.driver.DeviceDriver;
import io.maimen.gateway.config.GatewayConfig;
import io.maimen.gateway.config.GatewayConfig.Endpoint;
import io.maimen.gateway.connect.mqtt.MqttEndpointServer;
import io.maimen.gateway.outbox.LaneChoice;
import io.maimen.gateway.schedule.ThreadScheduler;
import io.maimen.gateway.session.SessionListener;
import io.maimen.gateway.session.SessionParts;
import io.maimen.gateway.status.StatusServer;
import io.maimen.gateway.status.StatusSource;
import io.maimen.gateway.uplink.UplinkStatus;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running gateway: every room, joined. Closed in the opposite order of opening; closing twice does nothing. */
final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final int SESSION_THREADS = 8;
    private static final int PATIENCE_S = 10;

    private final GatewayConfig config;
    private final Clock clock;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final StringBuilder addresses = new StringBuilder();

    private Gateway(GatewayConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Starts everything or nothing. */
    static Gateway start(GatewayConfig config, Map<String, DeviceDriver> drivers, Clock clock) throws StartException {
        Gateway gateway = new Gateway(config, clock);
        try {
            gateway.open(drivers);
            return gateway;
        } catch (StartException e) {
            gateway.close();
            throw e;
        }
    }

    /** {@code ready gateway ID status=URL}, and the MQTT endpoint's address where there is one. */
    String readyLine() {
        return "ready gateway " + config.gateway().id() + addresses;
    }

    private void open(Map<String, DeviceDriver> drivers) throws StartException {
        Storage storage = opened(Storage.open(config, new LaneChoice(new LaneRule(RulePacks.shipped())::mayAlarm)));
        ThreadScheduler scheduler = opened(new ThreadScheduler("scheduler"));
        ExecutorService sessions = Executors.newFixedThreadPool(SESSION_THREADS);
        opened.push(() -> stop(sessions));
        SessionParts parts =
                new SessionParts(storage.outbox(), storage.quarantine(), SessionListener.NONE, scheduler, clock);
        Devices devices = opened(new Devices(config, drivers, parts, sessions, new SplittableRandom(clock.millis())));
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)));
        opened.push(() -> finish(vertx.close().toCompletionStage()));
        StatusSource source = new StatusSource(config, storage.outbox(), devices.stations(), UplinkStatus::down, clock);
        StatusServer status = new StatusServer(vertx, source, storage.quarantine());
        listen("status", "http", config.gateway().status(), status::listen);
        if (config.mqtt().isPresent()) {
            MqttEndpointServer mqtt = new MqttEndpointServer(vertx, devices.mqtt(), clock);
            listen("mqtt", "tcp", config.mqtt().get(), mqtt::listen);
        }
        devices.start();
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    /** How a server is told where to listen; the answer is the port. */
    private interface Listener {
        CompletionStage<Integer> listen(String host, int port);
    }

    private void listen(String name, String scheme, Endpoint at, Listener listener) throws StartException {
        try {
            int port = finish(listener.listen(at.host(), at.port()));
            addresses.append(' ').append(name).append('=');
            addresses.append(scheme).append("://").append(at.host()).append(':').append(port);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartException(
                    "GW-002 " + name + " address must be free but " + at.host() + ":" + at.port() + " was not ("
                            + cause.getMessage() + "); stop what uses it, or configure another port",
                    e);
        }
    }

    private static <T> T finish(CompletionStage<T> stage) throws ExecutionException, TimeoutException {
        try {
            return stage.toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException("interrupted", e);
        }
    }

    /** Lets sessions finish what they have begun: what is on its way to the disk is answered. */
    private static void stop(ExecutorService sessions) throws InterruptedException {
        sessions.shutdown();
        if (!sessions.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
            sessions.shutdownNow();
        }
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                // Whatever one part's end brings, the others must be closed too; nothing acknowledged depends on it.
                LOG.warn("GW-003 a part did not stop cleanly: {}", e.toString());
            }
        }
    }
}
