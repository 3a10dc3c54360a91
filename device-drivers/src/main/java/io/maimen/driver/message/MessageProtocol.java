package io.maimen.driver.message;

import io.maimen.driver.Decoded;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Acknowledge;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.StoreId;
import io.maimen.driver.message.MessageReader.Reading;
import io.maimen.observation.RawFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One device over one connection: every message is accepted when stored, called malformed when it cannot be read and that was
 * written down, and said not to be stored when it could not be. Several messages may be under way; the transport bounds
 * them. Confined to its session's thread.
 */
public final class MessageProtocol implements DeviceProtocol {
    private final MessageReader reader;
    private final Map<StoreId, DeliveryId> unanswered = new HashMap<>();
    private long received;

    /** Nothing came yet. */
    public MessageProtocol(MessageReader reader) {
        this.reader = reader;
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Received message) {
            return received(message);
        }
        if (event instanceof Stored stored) {
            return answer(stored.storeId(), Acknowledgement.ACCEPTED);
        }
        if (event instanceof NotStored notStored) {
            return answer(notStored.storeId(), Acknowledgement.NOT_STORED);
        }
        if (event instanceof Disconnected) {
            unanswered.clear();
        }
        return List.of();
    }

    private List<DriverAction> answer(StoreId storeId, Acknowledgement acknowledgement) {
        return unanswered.containsKey(storeId)
                ? List.of(new Acknowledge(unanswered.remove(storeId), acknowledgement))
                : List.of();
    }

    private List<DriverAction> received(Received message) {
        StoreId storeId = new StoreId(received++);
        Decoded<Reading> read = reader.read(message, storeId.number());
        if (read instanceof Decoded.Refused<Reading> refused) {
            return List.of(
                    new Reject(refused.error(), new RawFrame(message.bytes(), message.at())),
                    new Acknowledge(message.delivery(), Acknowledgement.MALFORMED));
        }
        Reading reading = ((Decoded.Frame<Reading>) read).frame();
        unanswered.put(storeId, message.delivery());
        return List.of(new Store(storeId, List.of(reading.frame()), reading.observations()));
    }
}
