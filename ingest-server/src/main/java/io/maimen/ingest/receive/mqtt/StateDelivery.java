package io.maimen.ingest.receive.mqtt;

import io.maimen.ingest.desired.DesiredStates;
import io.maimen.observation.wire.ReportedCodec;
import io.maimen.observation.wire.WireException;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one connection what its gateway is to work by, each version once. Confined to the connection's event loop. */
final class StateDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(StateDelivery.class);
    private static final ReportedCodec REPORTS = new ReportedCodec();

    private final GatewayTopics topics;
    private final MqttEndpoint endpoint;
    private final DesiredStates states;
    private final WorkerExecutor workers;
    private boolean wanted;
    private boolean underWay;
    private int told;

    StateDelivery(GatewayTopics topics, MqttEndpoint endpoint, DesiredStates states, WorkerExecutor workers) {
        this.topics = topics;
        this.endpoint = endpoint;
        this.states = states;
        this.workers = workers;
    }

    /** A new subscriber hears it again. */
    void subscribed() {
        wanted = true;
        told = 0;
    }

    void unsubscribed(List<String> left) {
        wanted = wanted && !left.contains(topics.desired());
    }

    /** Sends the newest version, where the connection wants it and does not have it. */
    void deliver() {
        if (!wanted || underWay || !endpoint.isConnected()) {
            return;
        }
        underWay = true;
        workers.executeBlocking(() -> states.signed(topics.gateway()), false).onComplete(outcome -> {
            underWay = false;
            if (outcome.failed()) {
                LOG.error("SRV-053 desired state of gateway {} must be made", topics.gateway(), outcome.cause());
            } else if (wanted && endpoint.isConnected() && outcome.result().version() > told) {
                told = outcome.result().version();
                endpoint.publish(
                        topics.desired(),
                        Buffer.buffer(outcome.result().bytes().toArray()),
                        MqttQoS.AT_LEAST_ONCE,
                        false,
                        false);
            }
        });
    }

    /** Keeps what the gateway says of it; false when that cannot be read. */
    Future<Boolean> reported(byte[] bytes) {
        return workers.executeBlocking(
                () -> {
                    try {
                        states.reported(topics.gateway(), REPORTS.fromCbor(bytes));
                        return true;
                    } catch (WireException e) {
                        LOG.warn("SRV-054 report of gateway {}: {}", topics.gateway(), e.getMessage());
                        return false;
                    }
                },
                false);
    }
}
