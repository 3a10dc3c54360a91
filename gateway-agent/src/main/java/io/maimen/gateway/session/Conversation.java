package io.maimen.gateway.session;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverEvent;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.gateway.connect.ReadOutcome;
import io.maimen.gateway.outbox.StoreOutcome;
import io.maimen.gateway.quarantine.QuarantinedFrame;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.wire.OutboxEntry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a protocol wants, in order, and tells it the outcome. An outcome is heard after the actions it came from have
 * all been done, so that a later {@code Wake} of theirs cannot overtake one of the answer's. Confined to one thread.
 */
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final DeviceId device;
    private final DeviceProtocol protocol;
    private final DeviceConnection connection;
    private final SessionParts parts;
    private final DeviceMeter meter;
    private final Consumer<Duration> wake;
    private final Queue<DriverEvent> outcomes = new ArrayDeque<>();

    Conversation(
            DeviceId device,
            DeviceProtocol protocol,
            DeviceConnection connection,
            SessionParts parts,
            DeviceMeter meter,
            Consumer<Duration> wake) {
        this.device = device;
        this.protocol = protocol;
        this.connection = connection;
        this.parts = parts;
        this.meter = meter;
        this.wake = wake;
    }

    void hear(DriverEvent event) {
        outcomes.add(event);
        while (!outcomes.isEmpty()) {
            perform(protocol.on(outcomes.remove()));
        }
    }

    private void perform(List<DriverAction> actions) {
        boolean rejectedSafely = true;
        for (DriverAction action : actions) {
            if (action instanceof DriverAction.Store store) {
                store(store);
            } else if (action instanceof DriverAction.Reject reject) {
                rejectedSafely &= reject(reject);
            } else if (action instanceof DriverAction.Acknowledge answer) {
                acknowledge(answer, rejectedSafely);
            } else if (action instanceof DriverAction.Write write) {
                written(write.channel(), connection.write(write.channel(), write.bytes()));
            } else if (action instanceof DriverAction.Wake later) {
                wake.accept(later.after());
            } else if (action instanceof DriverAction.Close close) {
                connection.close(close.reason());
            } else if (action instanceof DriverAction.Subscribe subscribe) {
                written(subscribe.channel(), connection.subscribe(subscribe.channel(), subscribe.mode()));
            } else if (action instanceof DriverAction.Read read) {
                outcomes.add(read(read.channel()));
            }
        }
    }

    private void store(DriverAction.Store store) {
        StoreOutcome outcome = parts.store().put(new OutboxEntry(store.rawFrames(), store.observations()));
        if (outcome instanceof StoreOutcome.Stored stored) {
            meter.taken();
            store.rawFrames()
                    .forEach(frame -> meter.stored(
                            frame.receivedAt().instant(), parts.clock().instant()));
            parts.listener().stored(stored.lane());
            outcomes.add(new DriverEvent.Stored(store.storeId()));
        } else if (outcome instanceof StoreOutcome.NotStored refused) {
            outcomes.add(new DriverEvent.NotStored(store.storeId(), refused.text()));
        }
    }

    /** Whether the bytes are safe in quarantine. */
    private boolean reject(DriverAction.Reject reject) {
        meter.rejected();
        Optional<String> failure = parts.quarantine()
                .keep(new QuarantinedFrame(
                        device,
                        reject.rawFrame().receivedAt().instant(),
                        reject.error().code(),
                        reject.error().offset(),
                        reject.error().reason(),
                        reject.rawFrame().bytes()));
        failure.ifPresent(why -> LOG.error("GW-040 frame of {} is not in quarantine: {}", device, why));
        parts.listener().rejected(device, reject.error());
        connection.rejected(reject.error());
        return failure.isEmpty();
    }

    /** "Malformed" makes a device forget its bytes, so it may be said only once they are safe with us. */
    private void acknowledge(DriverAction.Acknowledge answer, boolean rejectedSafely) {
        boolean forgets = answer.acknowledgement() == DriverAction.Acknowledgement.MALFORMED;
        connection.acknowledge(
                answer.delivery(),
                forgets && !rejectedSafely ? DriverAction.Acknowledgement.NOT_STORED : answer.acknowledgement());
    }

    private DriverEvent read(Channel channel) {
        ReadOutcome outcome = connection.read(channel);
        return outcome instanceof ReadOutcome.Value value
                ? new DriverEvent.Received(channel, DeliveryId.NONE, value.bytes(), value.at())
                : new DriverEvent.WriteFailed(channel, ((ReadOutcome.Failed) outcome).reason());
    }

    private void written(Channel channel, Optional<String> failure) {
        outcomes.add(failure.<DriverEvent>map(reason -> new DriverEvent.WriteFailed(channel, reason))
                .orElseGet(() -> new DriverEvent.WriteDone(channel)));
    }
}
