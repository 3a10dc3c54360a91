package io.maimen.ingest.receive.mqtt;

import io.maimen.ingest.admit.Admission;
import io.maimen.ingest.config.ServerConfig;
import io.maimen.observation.device.GatewayId;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for gateways. Its state is confined to the event loop it was opened on. */
public final class MqttReceiver {
    /** Publications a gateway may have under way (MQTT 5 section 3.2.2.3.3). */
    static final int RECEIVE_MAXIMUM = 16;

    private static final Logger LOG = LoggerFactory.getLogger(MqttReceiver.class);
    private static final int MAX_PACKET_BYTES = 1 << 20;
    private static final int MQTT_5 = 5;
    private static final int AT_LEAST_ONCE = 1;
    /** Enough to fill the log's shared fsyncs while earlier ones are under way. */
    private static final int WORKERS = 8;

    private final GatewayTokens tokens;
    private final Admission admission;
    private final WorkerExecutor workers;
    private final MqttServer server;
    private final Map<GatewayId, GatewayConnection> connections = new HashMap<>();

    private MqttReceiver(Vertx vertx, ServerConfig config, Admission admission) {
        this.tokens = new GatewayTokens(config.gateways());
        this.admission = admission;
        this.workers = vertx.createSharedWorkerExecutor("admit", WORKERS);
        this.server = MqttServer.create(
                vertx,
                new MqttServerOptions()
                        .setHost(config.mqtt().host())
                        .setPort(config.mqtt().port())
                        .setMaxMessageSize(MAX_PACKET_BYTES)
                        .setTimeoutOnConnect(10));
        server.endpointHandler(this::connect);
        server.exceptionHandler(
                e -> LOG.warn("SRV-046 connection must speak MQTT but was refused: {}", e.getMessage()));
    }

    /** Completes when the port is open; fails when it is taken. */
    public static Future<MqttReceiver> open(Vertx vertx, ServerConfig config, Admission admission) {
        MqttReceiver receiver = new MqttReceiver(vertx, config, admission);
        return receiver.server.listen().map(listening -> receiver);
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Closes the port; what is being admitted is finished, and answered where the connection still stands. */
    public Future<Void> close() {
        return server.close().eventually(workers::close);
    }

    private void connect(MqttEndpoint endpoint) {
        Optional<GatewayId> gateway = authenticate(endpoint);
        if (gateway.isEmpty()) {
            LOG.warn(
                    "SRV-040 gateway must connect with its id as client id and user name and its token, but client {} at"
                            + " {} did not; compare its token with tokenSha256 in the server's configuration",
                    shown(endpoint.clientIdentifier()),
                    endpoint.remoteAddress());
            endpoint.reject(
                    isMqtt5(endpoint)
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                            : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
            return;
        }
        accept(endpoint, gateway.get());
    }

    private Optional<GatewayId> authenticate(MqttEndpoint endpoint) {
        MqttAuth auth = endpoint.auth();
        if (auth == null || auth.getUsername() == null || auth.getPassword() == null) {
            return Optional.empty();
        }
        return tokens.authenticate(auth.getUsername(), auth.getPassword())
                .filter(gateway -> gateway.value().equals(endpoint.clientIdentifier()));
    }

    private void accept(MqttEndpoint endpoint, GatewayId gateway) {
        GatewayConnection connection = new GatewayConnection(gateway, endpoint, admission, workers, isMqtt5(endpoint));
        GatewayConnection before = connections.put(gateway, connection);
        if (before != null) {
            before.disconnect(MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
        }
        endpoint.closeHandler(closed -> connections.remove(gateway, connection));
        endpoint.exceptionHandler(e -> LOG.warn("SRV-046 gateway {} must speak MQTT: {}", gateway, e.getMessage()));
        connection.listen();
        endpoint.accept(false, isMqtt5(endpoint) ? limits() : MqttProperties.NO_PROPERTIES);
        LOG.info("gateway {} connected from {}", gateway, endpoint.remoteAddress());
    }

    /** The gateways connected now. Event loop only. */
    public Set<GatewayId> connected() {
        return Set.copyOf(connections.keySet());
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
