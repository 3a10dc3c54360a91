package io.maimen.gateway.connect.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's own MQTT 5 endpoint: no broker, no routing, only devices handing over readings. A device that connects
 * again takes its place over from its older connection. Thread-safe.
 */
public final class MqttEndpointServer {
    /** Deliveries a device may have open at once; announced as the Receive Maximum. */
    public static final int MAX_UNACKNOWLEDGED = 16;

    private static final Logger LOG = LoggerFactory.getLogger(MqttEndpointServer.class);
    private static final int MQTT_5 = 5;
    private static final int MAX_MESSAGE_BYTES = 128 << 10;
    private static final int CONNECT_TIMEOUT_S = 10;

    private final Map<String, MqttDevice> devices;
    private final Map<String, MqttDeviceConnection> current = new ConcurrentHashMap<>();
    private final MqttServer server;
    private final Clock clock;

    /** An endpoint for these devices; it listens after {@link #listen}. */
    public MqttEndpointServer(Vertx vertx, Collection<MqttDevice> devices, Clock clock) {
        this.devices =
                devices.stream().collect(Collectors.toUnmodifiableMap(MqttDevice::username, Function.identity()));
        this.clock = clock;
        this.server = MqttServer.create(
                vertx,
                new MqttServerOptions().setMaxMessageSize(MAX_MESSAGE_BYTES).setTimeoutOnConnect(CONNECT_TIMEOUT_S));
        server.endpointHandler(this::connected);
        server.exceptionHandler(e -> LOG.warn("GW-033 a device sent bytes that are no MQTT: {}", e.getMessage()));
    }

    /** Listens; the answer is the port, chosen by the system when {@code port} is 0. */
    public CompletionStage<Integer> listen(String host, int port) {
        return server.listen(port, host).map(MqttServer::actualPort).toCompletionStage();
    }

    /** Ends every connection, unanswered deliveries with it. */
    public CompletionStage<Void> close() {
        return server.close().toCompletionStage();
    }

    private void connected(MqttEndpoint endpoint) {
        if (endpoint.protocolVersion() != MQTT_5) {
            refuse(endpoint, MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION, "MQTT must be 5");
            return;
        }
        Optional<MqttDevice> device = authenticated(endpoint);
        if (device.isEmpty()) {
            refuse(
                    endpoint,
                    MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD,
                    "user name and password must be those of the configuration");
            return;
        }
        accept(endpoint, device.get());
    }

    private Optional<MqttDevice> authenticated(MqttEndpoint endpoint) {
        return Optional.ofNullable(endpoint.auth())
                .filter(auth -> auth.getUsername() != null && auth.getPassword() != null)
                .flatMap(auth -> Optional.ofNullable(devices.get(auth.getUsername()))
                        .filter(device -> device.knows(auth.getPassword())));
    }

    private static void refuse(MqttEndpoint endpoint, MqttConnectReturnCode code, String must) {
        LOG.warn(
                "GW-030 {} from {} refused: {}; check the device's settings against the gateway's",
                endpoint.clientIdentifier(),
                endpoint.remoteAddress(),
                must);
        endpoint.reject(code, MqttProperties.NO_PROPERTIES);
    }

    private void accept(MqttEndpoint endpoint, MqttDevice device) {
        MqttDeviceConnection connection = new MqttDeviceConnection(endpoint, device, clock);
        MqttDeviceConnection older = current.put(device.username(), connection);
        if (older != null) {
            older.disconnect(MqttDisconnectReasonCode.SESSION_TAKEN_OVER, "the device connected again");
        }
        MqttProperties properties = new MqttProperties();
        properties.add(new MqttProperties.IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, MAX_UNACKNOWLEDGED));
        properties.add(new MqttProperties.IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, MAX_MESSAGE_BYTES));
        connection.open(() -> current.remove(device.username(), connection));
        endpoint.accept(false, properties);
    }
}
