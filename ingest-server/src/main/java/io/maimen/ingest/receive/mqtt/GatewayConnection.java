package io.maimen.ingest.receive.mqtt;

import io.maimen.ingest.admit.Admission;
import io.maimen.ingest.admit.Admitted;
import io.maimen.ingest.desired.DesiredStates;
import io.maimen.ingest.identity.GatewayCertificate;
import io.maimen.log.LogException;
import io.maimen.observation.Lane;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.Receipt;
import io.maimen.observation.wire.ReceiptCodec;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One gateway's connection: hands envelopes to the gate and answers in the order they came (MQTT 5 section 4.6). At most
 * {@link MqttReceiver#RECEIVE_MAXIMUM} envelopes are under way, which is the whole queue. Confined to the event loop.
 */
final class GatewayConnection {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayConnection.class);
    private static final ReceiptCodec RECEIPTS = new ReceiptCodec();

    private final GatewayCertificate certificate;
    private final GatewayId gateway;
    private final GatewayTopics topics;
    private final MqttEndpoint endpoint;
    private final Admission admission;
    private final WorkerExecutor workers;
    private final boolean mqtt5;
    private final StateDelivery delivery;
    private final Context context = Vertx.currentContext();
    private boolean wantsReceipts;
    private int underWay;
    private Future<Void> turn = Future.succeededFuture();

    GatewayConnection(
            GatewayCertificate certificate,
            MqttEndpoint endpoint,
            Admission admission,
            DesiredStates states,
            WorkerExecutor workers,
            boolean mqtt5) {
        this.certificate = certificate;
        this.gateway = certificate.gateway();
        this.topics = new GatewayTopics(gateway);
        this.endpoint = endpoint;
        this.admission = admission;
        this.workers = workers;
        this.mqtt5 = mqtt5;
        this.delivery = new StateDelivery(topics, endpoint, states, workers);
    }

    void listen() {
        endpoint.publishAutoAck(false);
        endpoint.publishHandler(this::published);
        endpoint.subscribeHandler(this::subscribed);
        endpoint.unsubscribeHandler(message -> {
            wantsReceipts = wantsReceipts && !message.topics().contains(topics.receipt());
            delivery.unsubscribed(message.topics());
            endpoint.unsubscribeAcknowledge(message.messageId());
        });
    }

    private void published(MqttPublishMessage message) {
        Optional<Lane> lane = topics.lane(message.topicName());
        if (message.qosLevel() != MqttQoS.AT_LEAST_ONCE) {
            // QoS 0 could never be told that it was stored, QoS 2 was not offered.
            LOG.warn("SRV-047 gateway {} must publish with QoS 1 but used {}", gateway, message.qosLevel());
            disconnect(MqttDisconnectReasonCode.QOS_NOT_SUPPORTED);
        } else if (message.topicName().equals(topics.reported())) {
            Future<Boolean> kept = delivery.reported(message.payload().getBytes());
            turn = turn.transform(before -> kept.<Void>transform(outcome -> {
                acknowledgeReport(message, outcome);
                return Future.succeededFuture();
            }));
        } else if (lane.isEmpty()) {
            LOG.warn("SRV-041 topic of gateway {} must be its own but was {}", gateway, message.topicName());
            answerInTurn(message, MqttPubAckReasonCode.NOT_AUTHORIZED);
        } else if (underWay >= MqttReceiver.RECEIVE_MAXIMUM) {
            answerInTurn(message, MqttPubAckReasonCode.QUOTA_EXCEEDED);
        } else {
            admit(message, lane.get());
        }
    }

    private void admit(MqttPublishMessage message, Lane lane) {
        underWay++;
        byte[] envelope = message.payload().getBytes();
        Future<Admitted> admitted = workers.executeBlocking(() -> admission.admit(gateway, lane, envelope), false);
        turn = turn.transform(before -> admitted.<Void>transform(outcome -> {
            underWay--;
            answer(message, outcome);
            return Future.succeededFuture();
        }));
    }

    private void answer(MqttPublishMessage message, AsyncResult<Admitted> outcome) {
        if (!endpoint.isConnected()) {
            return;
        }
        if (outcome.failed()) {
            if (!(outcome.cause() instanceof LogException)) {
                LOG.error("SRV-048 envelope of gateway {} must be admitted or refused", gateway, outcome.cause());
            }
            acknowledge(message, MqttPubAckReasonCode.QUOTA_EXCEEDED);
        } else if (outcome.result() instanceof Admitted.Receipted receipted) {
            acknowledge(message, MqttPubAckReasonCode.SUCCESS);
            send(receipted.receipt());
        } else if (outcome.result() instanceof Admitted.Refused) {
            acknowledge(message, MqttPubAckReasonCode.NOT_AUTHORIZED);
        } else {
            acknowledge(message, MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID);
        }
    }

    private void acknowledgeReport(MqttPublishMessage message, AsyncResult<Boolean> kept) {
        if (!endpoint.isConnected()) {
            return;
        }
        if (kept.failed()) {
            LOG.error("SRV-048 report of gateway {} must be kept or refused", gateway, kept.cause());
            acknowledge(message, MqttPubAckReasonCode.QUOTA_EXCEEDED);
        } else {
            acknowledge(
                    message,
                    kept.result() ? MqttPubAckReasonCode.SUCCESS : MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID);
        }
    }

    private void answerInTurn(MqttPublishMessage message, MqttPubAckReasonCode code) {
        turn = turn.transform(before -> {
            if (endpoint.isConnected()) {
                acknowledge(message, code);
            }
            return Future.succeededFuture();
        });
    }

    /** MQTT 3.1.1 cannot say no: there a publication stays unanswered and the connection ends. */
    private void acknowledge(MqttPublishMessage message, MqttPubAckReasonCode code) {
        if (mqtt5) {
            endpoint.publishAcknowledge(message.messageId(), code, MqttProperties.NO_PROPERTIES);
        } else if (code.isError()) {
            endpoint.close();
        } else {
            endpoint.publishAcknowledge(message.messageId());
        }
    }

    private void send(Receipt receipt) {
        if (wantsReceipts) {
            endpoint.publish(
                    topics.receipt(), Buffer.buffer(RECEIPTS.toCbor(receipt)), MqttQoS.AT_LEAST_ONCE, false, false);
        }
    }

    private void subscribed(MqttSubscribeMessage message) {
        var answers = message.topicSubscriptions().stream().map(this::subscribe).toList();
        endpoint.subscribeAcknowledge(message.messageId(), answers, MqttProperties.NO_PROPERTIES);
        delivery.deliver();
    }

    private MqttSubAckReasonCode subscribe(MqttTopicSubscription subscription) {
        if (subscription.topicName().equals(topics.desired())) {
            delivery.subscribed();
            return MqttSubAckReasonCode.GRANTED_QOS1;
        }
        if (!subscription.topicName().equals(topics.receipt())) {
            LOG.warn("SRV-041 topic of gateway {} must be its own but was {}", gateway, subscription.topicName());
            return MqttSubAckReasonCode.NOT_AUTHORIZED;
        }
        wantsReceipts = true;
        return MqttSubAckReasonCode.GRANTED_QOS1;
    }

    /** By which it was let in. */
    GatewayCertificate certificate() {
        return certificate;
    }

    boolean isOn(MqttEndpoint other) {
        return endpoint == other;
    }

    /** Sends what the gateway is to work by, where it was not told yet. Any thread. */
    void deliverSoon() {
        context.runOnContext(now -> delivery.deliver());
    }

    /** {@link #disconnect}, from any thread. */
    void endSoon(MqttDisconnectReasonCode reason) {
        context.runOnContext(now -> disconnect(reason));
    }

    /** Ends the connection and says why, where the protocol has words for it; one that has ended stays so. */
    void disconnect(MqttDisconnectReasonCode reason) {
        if (endpoint.isConnected() && mqtt5) {
            endpoint.disconnect(reason, MqttProperties.NO_PROPERTIES);
        } else if (endpoint.isConnected()) {
            endpoint.close();
        }
    }
}
