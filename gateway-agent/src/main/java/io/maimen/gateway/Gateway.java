package io.maimen.gateway;

import io.maimen.driver.DeviceDriver;
import io.maimen.gateway.config.GatewayConfig;
import io.maimen.gateway.config.GatewayConfig.CoapEndpoint;
import io.maimen.gateway.config.GatewayConfig.Endpoint;
import io.maimen.gateway.connect.BackOff;
import io.maimen.gateway.connect.coap.CoapEndpointServer;
import io.maimen.gateway.connect.mqtt.MqttEndpointServer;
import io.maimen.gateway.identity.GatewayIdentity;
import io.maimen.gateway.identity.IdentityException;
import io.maimen.gateway.identity.Renewal;
import io.maimen.gateway.route.RouteEnds;
import io.maimen.gateway.route.Routes;
import io.maimen.gateway.schedule.Scheduler;
import io.maimen.gateway.schedule.SerialExecutor;
import io.maimen.gateway.schedule.ThreadScheduler;
import io.maimen.gateway.schedule.WorkerPool;
import io.maimen.gateway.session.SessionParts;
import io.maimen.gateway.status.StatusServer;
import io.maimen.gateway.status.StatusSource;
import io.maimen.gateway.uplink.PahoTransport;
import io.maimen.gateway.uplink.Uplink;
import io.maimen.gateway.uplink.UplinkLogin;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running gateway: every room, joined. Closed in the opposite order of opening; closing twice does nothing. */
final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final int SESSION_THREADS = 8;
    private static final int NETWORK_THREADS = 3;
    private static final int PATIENCE_S = 10;
    private static final Duration FIRST_RECONNECT = Duration.ofMillis(250);
    private static final Duration LAST_RECONNECT = Duration.ofSeconds(10);

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
        // The slowest part to come up, and it needs none of the others: meanwhile the disk is read.
        CompletableFuture<Vertx> loading = CompletableFuture.supplyAsync(Gateway::vertx);
        opened.push(() -> finish(loading.thenCompose(Gateway::closed)));
        Storage storage = opened(Storage.open(config));
        ThreadScheduler scheduler = opened(new ThreadScheduler("scheduler"));
        RandomGenerator jitter = new SplittableRandom(clock.millis());
        WorkerPool network = opened(new WorkerPool("network", NETWORK_THREADS));
        GatewayIdentity identity = identity();
        Uplink uplink = uplink(identity, storage, scheduler, network, jitter);
        Renewal renewal = Renewal.at(config.server().enrolment(), identity, jitter, scheduler, network);
        WorkerPool sessions = opened(new WorkerPool("session", SESSION_THREADS));
        Routes routes = opened(
                Routes.start(new RouteEnds(uplink::wake, () -> eachSecond(storage, uplink, renewal), LOG::warn)));
        SessionParts parts = new SessionParts(storage.outbox(), storage.quarantine(), routes, scheduler, clock);
        Devices devices = opened(new Devices(config, drivers, parts, storage.desired(), sessions, jitter));
        Vertx vertx = loading.join();
        // Again, because devices must be let go before what their readings are kept in; closing twice does nothing.
        opened.push(() -> finish(closed(vertx)));
        StatusSource source = new StatusSource(
                config,
                storage.outbox(),
                devices.stations(),
                devices::troubles,
                uplink::status,
                renewal::status,
                storage.desired()::status,
                clock);
        StatusServer status = new StatusServer(vertx, source, storage.quarantine());
        listen("status", "http", config.gateway().status(), status::listen);
        if (config.mqtt().isPresent()) {
            MqttEndpointServer mqtt = new MqttEndpointServer(vertx, devices.mqtt(), clock);
            listen("mqtt", "tcp", config.mqtt().get(), mqtt::listen);
        }
        if (config.coap().isPresent()) {
            listen(config.coap().get(), opened(new CoapEndpointServer(devices.coap(), clock)));
        }
        devices.start();
        uplink.start();
    }

    private static Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)));
    }

    private static CompletionStage<Void> closed(Vertx vertx) {
        return vertx.close().toCompletionStage();
    }

    private GatewayIdentity identity() throws StartException {
        try {
            return GatewayIdentity.open(
                    config.gateway().directory(), config.gateway().id(), clock);
        } catch (IdentityException e) {
            throw new StartException(e.getMessage(), e);
        }
    }

    private Uplink uplink(
            GatewayIdentity identity,
            Storage storage,
            Scheduler scheduler,
            WorkerPool network,
            RandomGenerator jitter) {
        UplinkLogin login =
                new UplinkLogin(config.server().url(), config.gateway().id(), identity::sockets);
        BackOff backOff = new BackOff(FIRST_RECONNECT, LAST_RECONNECT, jitter);
        PahoTransport transport = new PahoTransport(login, backOff, scheduler, network, storage.desired()::heard);
        Uplink uplink = new Uplink(
                login.gateway(), identity::sign, storage.outbox(), transport, clock, new SerialExecutor(network));
        opened.push(() -> {
            uplink.tick();
            transport.close();
        });
        return uplink;
    }

    private static void eachSecond(Storage storage, Uplink uplink, Renewal renewal) {
        storage.outbox().probe();
        uplink.tick();
        renewal.tick(uplink.status().connected());
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

    private void listen(CoapEndpoint at, CoapEndpointServer coap) throws StartException {
        listen("coap", "coap", at.clear(), (host, port) -> started(() -> coap.listen(host, port)));
        if (at.secure().isPresent()) {
            listen("coaps", "coaps", at.secure().get(), (host, port) -> started(() -> coap.listenSecurely(host, port)));
        }
    }

    private static CompletionStage<Integer> started(Callable<Integer> listening) {
        try {
            return CompletableFuture.completedFuture(listening.call());
        } catch (Exception e) {
            // Whatever a library throws when an address cannot be had, the one answer is to say so and not to start.
            return CompletableFuture.failedFuture(e);
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
