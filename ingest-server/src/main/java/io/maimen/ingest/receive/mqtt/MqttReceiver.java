package io.maimen.ingest.receive.mqtt;

import io.maimen.ingest.admit.Admission;
import io.maimen.ingest.config.ServerConfig;
import io.maimen.ingest.desired.DesiredStates;
import io.maimen.ingest.gateways.GatewayGate;
import io.maimen.ingest.identity.GatewayCertificate;
import io.maimen.ingest.identity.IdentityException;
import io.maimen.ingest.identity.ServerIdentity;
import io.maimen.observation.device.GatewayId;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for gateways, over TLS. Its connections live on the event loop it was opened on. */
public final class MqttReceiver {
    /** Publications a gateway may have under way (MQTT 5 section 3.2.2.3.3). */
    static final int RECEIVE_MAXIMUM = 16;

    private static final Logger LOG = LoggerFactory.getLogger(MqttReceiver.class);
    private static final int MAX_PACKET_BYTES = 1 << 20;
    private static final int MQTT_5 = 5;
    private static final int AT_LEAST_ONCE = 1;
    /** Enough to fill the log's shared fsyncs while earlier ones are under way. */
    private static final int WORKERS = 8;

    private static final long LOOK_EVERY_MS = 1_000;

    private final GatewayGate gate;
    private final Admission admission;
    private final DesiredStates states;
    private final WorkerExecutor workers;
    private final MqttServer server;
    private final Runnable looking;
    private final Map<GatewayId, GatewayConnection> connections = new ConcurrentHashMap<>();

    private MqttReceiver(Vertx vertx, ServerConfig.Listen listen, Secured secured, Admission admission) {
        this.gate = secured.gate();
        this.admission = admission;
        this.states = secured.states();
        this.workers = vertx.createSharedWorkerExecutor("admit", WORKERS);
        this.server = MqttServer.create(
                vertx,
                new MqttServerOptions()
                        .setHost(listen.host())
                        .setPort(listen.port())
                        .setSsl(true)
                        .setKeyCertOptions(
                                KeyCertOptions.wrap(secured.identity().keyManager()))
                        .setTrustOptions(TrustOptions.wrap(secured.identity().gatewayTrust(gate::refusedAtTheDoor)))
                        // Who shows none is told so at CONNECT, in words; a handshake that fails has none.
                        .setClientAuth(ClientAuth.REQUEST)
                        .setMaxMessageSize(MAX_PACKET_BYTES)
                        .setTimeoutOnConnect(10));
        server.endpointHandler(this::connect);
        long look = vertx.setPeriodic(LOOK_EVERY_MS, tick -> {
            endTheEnded();
            deliver();
        });
        this.looking = () -> vertx.cancelTimer(look);
        server.exceptionHandler(
                e -> LOG.warn("SRV-046 connection must speak MQTT but was refused: {}", e.getMessage()));
    }

    /** Who we are, who may come in, and what they are to work by. */
    public record Secured(ServerIdentity identity, GatewayGate gate, DesiredStates states) {}

    /** Completes when the port is open; fails when it is taken. */
    public static Future<MqttReceiver> open(
            Vertx vertx, ServerConfig.Listen listen, Secured secured, Admission admission) {
        MqttReceiver receiver = new MqttReceiver(vertx, listen, secured, admission);
        return receiver.server.listen().map(listening -> receiver);
    }

    /** What a gateway is to work by changes by many hands, and with time alone: limits end. So all are looked at. */
    private void deliver() {
        connections.values().forEach(GatewayConnection::deliverSoon);
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Closes the port; what is being admitted is finished, and answered where the connection still stands. */
    public Future<Void> close() {
        looking.run();
        return server.close().eventually(workers::close);
    }

    private void connect(MqttEndpoint endpoint) {
        Optional<Certificate> shown = certificate(endpoint);
        String clientId = shown(endpoint.clientIdentifier());
        String address = String.valueOf(endpoint.remoteAddress());
        AtomicBoolean gone = new AtomicBoolean();
        endpoint.closeHandler(closed -> gone.set(true));
        workers.executeBlocking(() -> gate.enter(shown, clientId, address), false)
                .onComplete(verdict -> {
                    if (verdict.failed()) {
                        reject(endpoint, verdict.cause());
                    } else {
                        accept(endpoint, verdict.result());
                        if (gone.get()) {
                            left(verdict.result().gateway(), endpoint);
                        }
                    }
                });
    }

    /** The gate has noted why; the gateway is told in words, where its protocol has room for them. */
    private static void reject(MqttEndpoint endpoint, Throwable cause) {
        if (!(cause instanceof IdentityException)) {
            LOG.error("SRV-049 connection from {} must be judged but was not", endpoint.remoteAddress(), cause);
        }
        if (isMqtt5(endpoint)) {
            MqttProperties reason = new MqttProperties();
            reason.add(new StringProperty(MqttProperties.REASON_STRING, cause.getMessage()));
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5, reason);
        } else {
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
        }
    }

    private static Optional<Certificate> certificate(MqttEndpoint endpoint) {
        try {
            return Optional.of(endpoint.sslSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            // It showed none.
            return Optional.empty();
        }
    }

    private void accept(MqttEndpoint endpoint, GatewayCertificate certificate) {
        GatewayId gateway = certificate.gateway();
        GatewayConnection connection =
                new GatewayConnection(certificate, endpoint, admission, states, workers, isMqtt5(endpoint));
        GatewayConnection before = connections.put(gateway, connection);
        if (before != null) {
            before.disconnect(MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
        }
        endpoint.closeHandler(closed -> left(gateway, endpoint));
        endpoint.exceptionHandler(e -> LOG.warn("SRV-046 gateway {} must speak MQTT: {}", gateway, e.getMessage()));
        connection.listen();
        endpoint.accept(false, isMqtt5(endpoint) ? limits() : MqttProperties.NO_PROPERTIES);
        LOG.info("gateway {} connected from {}", gateway, endpoint.remoteAddress());
        // It may have been revoked between the gate's word and ours.
        judgeAgain(connection);
    }

    private void left(GatewayId gateway, MqttEndpoint endpoint) {
        GatewayConnection connection = connections.get(gateway);
        if (connection != null && connection.isOn(endpoint) && connections.remove(gateway, connection)) {
            workers.executeBlocking(
                    () -> {
                        gate.leave(gateway);
                        return gateway;
                    },
                    false);
        }
    }

    private void endTheEnded() {
        connections.values().stream()
                .filter(connection -> gate.hasEnded(connection.certificate()))
                .forEach(this::judgeAgain);
    }

    /** Ends a standing connection whose certificate has ended or was revoked. */
    private void judgeAgain(GatewayConnection connection) {
        workers.executeBlocking(
                        () -> {
                            gate.stay(connection.certificate());
                            return connection;
                        },
                        false)
                .onFailure(refused -> connection.endSoon(MqttDisconnectReasonCode.NOT_AUTHORIZED));
    }

    /** Ends a gateway's connection, where there is one: it is no longer welcome. Any thread. */
    public void end(GatewayId gateway) {
        GatewayConnection connection = connections.get(gateway);
        if (connection != null) {
            connection.endSoon(MqttDisconnectReasonCode.NOT_AUTHORIZED);
        }
    }

    private static MqttProperties limits() {
        MqttProperties properties = new MqttProperties();
        properties.add(new IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, RECEIVE_MAXIMUM));
        properties.add(new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, MAX_PACKET_BYTES));
        properties.add(new IntegerProperty(MqttProperties.MAXIMUM_QOS, AT_LEAST_ONCE));
        properties.add(new IntegerProperty(MqttProperties.RETAIN_AVAILABLE, 0));
        properties.add(new IntegerProperty(MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0));
        properties.add(new IntegerProperty(MqttProperties.WILDCARD_SUBSCRIPTION_AVAILABLE, 0));
        return properties;
    }

    private static boolean isMqtt5(MqttEndpoint endpoint) {
        return endpoint.protocolVersion() >= MQTT_5;
    }

    /** A client id is a stranger's text: keep it short and on one line. */
    private static String shown(String clientId) {
        return clientId.codePoints()
                .limit(64)
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
