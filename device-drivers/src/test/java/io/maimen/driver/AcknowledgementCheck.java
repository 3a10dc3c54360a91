package io.maimen.driver;

import io.maimen.driver.DriverAction.Acknowledge;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.observation.Bytes;
import io.maimen.observation.RawFrame;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Promise 1 at the device, for any protocol: passes events and actions through, and fails as soon as a device is told
 * "received" about bytes that the outbox has not reported as stored.
 */
public final class AcknowledgementCheck implements DeviceProtocol {
    private final DeviceProtocol protocol;
    private final Line line;
    private final Map<StoreId, List<RawFrame>> asked = new HashMap<>();
    private final Set<Bytes> stored = new HashSet<>();
    private final Map<DeliveryId, Bytes> deliveries = new HashMap<>();
    private final ByteArrayOutputStream sinceLastAnswer = new ByteArrayOutputStream();

    /** How a device on a plain stream reads its answers; transports with deliveries need none. */
    public interface Line {
        /** True when the device takes this write for "received". */
        boolean acknowledges(Write write);

        /** The frame the device believes answered, of the bytes it sent since the last answer; empty for a mere "may I?". */
        Optional<Bytes> awaited(Bytes sent);

        /** A device that is only told by deliveries. */
        static Line none() {
            return new Line() {
                @Override
                public boolean acknowledges(Write write) {
                    return false;
                }

                @Override
                public Optional<Bytes> awaited(Bytes sent) {
                    return Optional.empty();
                }
            };
        }
    }

    public AcknowledgementCheck(DeviceProtocol protocol, Line line) {
        this.protocol = protocol;
        this.line = line;
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Stored stored && asked.containsKey(stored.storeId())) {
            asked.remove(stored.storeId()).forEach(frame -> this.stored.add(frame.bytes()));
        }
        if (event instanceof Received received) {
            deliveries.put(received.delivery(), received.bytes());
            sinceLastAnswer.writeBytes(received.bytes().toArray());
        }
        List<DriverAction> actions = protocol.on(event);
        actions.forEach(this::check);
        return actions;
    }

    private void check(DriverAction action) {
        if (action instanceof Store store) {
            asked.put(store.storeId(), store.rawFrames());
        } else if (action instanceof Acknowledge answer && answer.acknowledgement() == Acknowledgement.ACCEPTED) {
            requireStored(deliveries.get(answer.delivery()));
        } else if (action instanceof Write write) {
            if (line.acknowledges(write)) {
                line.awaited(Bytes.of(sinceLastAnswer.toByteArray())).ifPresent(this::requireStored);
            }
            sinceLastAnswer.reset();
        }
    }

    private void requireStored(Bytes frame) {
        if (!stored.contains(frame)) {
            throw new AssertionError("the device was told that it may forget " + frame + ", which is not stored");
        }
    }
}
