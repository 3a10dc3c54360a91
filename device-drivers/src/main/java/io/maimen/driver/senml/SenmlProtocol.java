package io.maimen.driver.senml;

import io.maimen.driver.DecodeError;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceContext;
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
import io.maimen.observation.FrameField;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One device over one connection: every message is a pack, accepted when stored, called malformed when it is none and that
 * was written down, and said not to be stored when it could not be. Several packs may be under way; the transport bounds
 * them. Confined to its session's thread.
 */
final class SenmlProtocol implements DeviceProtocol {
    private final MeasurementReader reader;
    private final MeasurementObservations meaning;
    private final Map<StoreId, DeliveryId> unanswered = new HashMap<>();
    private long storesAsked;

    SenmlProtocol(DeviceContext context) {
        SenmlOptions options = SenmlOptions.of(context.options());
        reader = new MeasurementReader(options);
        meaning = new MeasurementObservations(context.device(), context.connection(), options.simulated());
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Received received) {
            return received(received);
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

    private List<DriverAction> received(Received received) {
        try {
            SenmlPack pack = SenmlPack.read(received.bytes().toArray());
            RawFrame frame = new RawFrame(received.bytes(), received.at(), shown(pack));
            List<Observation> observations = new ArrayList<>();
            for (Measurement measurement : reader.read(pack)) {
                observations.addAll(meaning.of(measurement, frame));
            }
            StoreId storeId = new StoreId(storesAsked++);
            unanswered.put(storeId, received.delivery());
            return List.of(new Store(storeId, List.of(frame), observations));
        } catch (PackRefusal e) {
            return refused(e.error(), received);
        }
    }

    /** A pack of many records shows the first of its fields, as far as a frame may have them. */
    private static List<FrameField> shown(SenmlPack pack) {
        return pack.fields().stream().limit(RawFrame.MOST_FIELDS).toList();
    }

    private static List<DriverAction> refused(DecodeError error, Received received) {
        return List.of(
                new Reject(error, new RawFrame(received.bytes(), received.at())),
                new Acknowledge(received.delivery(), Acknowledgement.MALFORMED));
    }
}
