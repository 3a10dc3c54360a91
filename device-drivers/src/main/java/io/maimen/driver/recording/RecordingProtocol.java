package io.maimen.driver.recording;

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
import io.maimen.driver.reading.Origin;
import io.maimen.observation.RawFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A place where files arrive whole, one a message. A file is accepted when all of it is stored, called malformed when it cannot be read
 * and that was written down, and asked for again when a part could not be stored: what was stored of it is known by its identity. Confined
 * to its session's thread.
 */
public final class RecordingProtocol implements DeviceProtocol {
    private final Origin origin;
    private final RecordingFormat format;
    private final Map<StoreId, Delivery> unanswered = new HashMap<>();
    private long storesAsked;

    /** A file that was read and is not wholly stored. Confined to the protocol. */
    private static final class Delivery {
        private final DeliveryId id;
        private int waiting;
        private boolean stored = true;

        Delivery(DeliveryId id) {
            this.id = id;
        }
    }

    /** Nothing came yet. */
    public RecordingProtocol(Origin origin, RecordingFormat format) {
        this.origin = origin;
        this.format = format;
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Received received) {
            return received(received);
        }
        if (event instanceof Stored stored) {
            return answered(stored.storeId(), true);
        }
        if (event instanceof NotStored refused) {
            return answered(refused.storeId(), false);
        }
        if (event instanceof Disconnected) {
            unanswered.clear();
        }
        return List.of();
    }

    private List<DriverAction> received(Received received) {
        List<RecordingEntries.Portion> portions;
        try {
            EcgRecording recording =
                    format.read(received.bytes(), origin.context().place());
            portions = RecordingEntries.of(origin, recording, received.bytes(), received.at());
        } catch (RefusedFile e) {
            return List.of(
                    new Reject(e.error(), new RawFrame(received.bytes(), received.at())),
                    new Acknowledge(received.delivery(), Acknowledgement.MALFORMED));
        }
        Delivery delivery = new Delivery(received.delivery());
        List<DriverAction> stores = new ArrayList<>();
        for (RecordingEntries.Portion portion : portions) {
            StoreId storeId = new StoreId(storesAsked++);
            unanswered.put(storeId, delivery);
            delivery.waiting++;
            stores.add(new Store(storeId, List.of(portion.frame()), portion.observations()));
        }
        return stores;
    }

    private List<DriverAction> answered(StoreId storeId, boolean stored) {
        Delivery delivery = unanswered.remove(storeId);
        if (delivery == null) {
            return List.of();
        }
        delivery.waiting--;
        delivery.stored &= stored;
        if (delivery.waiting > 0) {
            return List.of();
        }
        return List.of(
                new Acknowledge(delivery.id, delivery.stored ? Acknowledgement.ACCEPTED : Acknowledgement.NOT_STORED));
    }
}
