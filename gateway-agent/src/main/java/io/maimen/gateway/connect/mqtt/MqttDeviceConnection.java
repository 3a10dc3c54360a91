package io.maimen.gateway.connect.mqtt;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device's MQTT connection. What arrives and what is answered meet on the connection's event loop, which alone touches
 * {@code open}: the packet identifiers that wait for their PUBACK. Thread-safe.
 */
final class MqttDeviceConnection implements DeviceConnection {
    private static final Logger LOG = LoggerFactory.getLogger(MqttDeviceConnection.class);

    private final MqttEndpoint endpoint;
    private final MqttDevice device;
    private final Clock clock;
    private final Context loop = Vertx.currentContext();
    private final Set<Integer> open = new HashSet<>();
    private String endReason = "the device closed the connection";

    MqttDeviceConnection(MqttEndpoint endpoint, MqttDevice device, Clock clock) {
        this.endpoint = endpoint;
        this.device = device;
        this.clock = clock;
    }

    /** On the event loop, before CONNACK, so that nothing is missed. */
    void open(Runnable ended) {
        ConnectionListener listener = device.acceptor().accept(this);
        endpoint.publishAutoAck(false);
        endpoint.publishHandler(message -> published(message, listener));
        endpoint.closeHandler(nothing -> {
            open.clear();
            ended.run();
            listener.closed(endReason);
        });
        endpoint.exceptionHandler(e -> LOG.warn("GW-033 {} sent bytes that are no MQTT: {}", device, e.getMessage()));
    }

    private void published(MqttPublishMessage message, ConnectionListener listener) {
        ReceiveTime at = new ReceiveTime(clock.instant());
        if (message.qosLevel() != MqttQoS.AT_LEAST_ONCE) {
            end(
                    MqttDisconnectReasonCode.QOS_NOT_SUPPORTED,
                    "GW-031 QoS must be 1 but was " + message.qosLevel()
                            + "; only what can be answered can be called received");
            return;
        }
        if (!message.topicName().startsWith(device.topicPrefix())) {
            LOG.warn(
                    "GW-032 topic of {} must begin with {} but was {}",
                    device,
                    device.topicPrefix(),
                    message.topicName());
            endpoint.publishAcknowledge(
                    message.messageId(), MqttPubAckReasonCode.NOT_AUTHORIZED, MqttProperties.NO_PROPERTIES);
            return;
        }
        if (open.size() >= MqttEndpointServer.MAX_UNACKNOWLEDGED) {
            end(
                    MqttDisconnectReasonCode.RECEIVE_MAXIMUM_EXCEEDED,
                    "GW-034 deliveries without an answer must be at most " + MqttEndpointServer.MAX_UNACKNOWLEDGED
                            + " but was one more");
            return;
        }
        open.add(message.messageId());
        Channel channel = new Channel(message.topicName());
        DeliveryId delivery = new DeliveryId(message.messageId());
        listener.received(channel, delivery, Bytes.of(message.payload().getBytes()), at);
    }

    @Override
    public void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement) {
        loop.runOnContext(nothing -> {
            // Not there any more when the connection died in between: then the device sends it again.
            if (open.remove((int) delivery.number()) && endpoint.isConnected()) {
                code(acknowledgement)
                        .ifPresent(code -> endpoint.publishAcknowledge(
                                (int) delivery.number(), code, MqttProperties.NO_PROPERTIES));
            }
        });
    }

    /** Empty where the answer is silence: any PUBACK, even one that says no, would make a device forget. */
    private static Optional<MqttPubAckReasonCode> code(Acknowledgement acknowledgement) {
        return switch (acknowledgement) {
            case ACCEPTED -> Optional.of(MqttPubAckReasonCode.SUCCESS);
            case MALFORMED -> Optional.of(MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID);
            case NOT_STORED -> Optional.empty();
        };
    }

    /** Nothing is subscribed at this endpoint, so there is no way to a device but the answer to its deliveries. */
    @Override
    public Optional<String> write(Channel channel, Bytes bytes) {
        return Optional.of("MQTT devices of this endpoint take no commands");
    }

    @Override
    public void close(String reason) {
        disconnect(MqttDisconnectReasonCode.UNSPECIFIED_ERROR, reason);
    }

    void disconnect(MqttDisconnectReasonCode code, String reason) {
        loop.runOnContext(nothing -> end(code, reason));
    }

    private void end(MqttDisconnectReasonCode code, String reason) {
        if (!endpoint.isConnected()) {
            return;
        }
        LOG.info("{} disconnected: {}", device, reason);
        endReason = reason;
        open.clear();
        endpoint.disconnect(code, MqttProperties.NO_PROPERTIES);
        endpoint.close();
    }
}
