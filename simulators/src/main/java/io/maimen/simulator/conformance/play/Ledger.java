package io.maimen.simulator.conformance.play;

import io.maimen.driver.DecodeError;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverEvent;
import io.maimen.observation.Observation;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** What happened so far: the outbox of a play, its quarantine, and the truth beside them. Confined to one thread. */
final class Ledger {
    private final List<Measured> measured = new ArrayList<>();
    private final List<Observation> stored = new ArrayList<>();
    private final List<DecodeError> rejected = new ArrayList<>();
    private final List<DriverAction.Write> written = new ArrayList<>();
    private long stores;

    void measured(Measured truth) {
        measured.add(truth);
    }

    DriverEvent store(DriverAction.Store store, LongPredicate refused) {
        if (refused.test(++stores)) {
            return new DriverEvent.NotStored(store.storeId(), "the outbox of this play refuses store " + stores);
        }
        stored.addAll(store.observations());
        return new DriverEvent.Stored(store.storeId());
    }

    void rejected(DecodeError error) {
        rejected.add(error);
    }

    void written(DriverAction.Write write) {
        written.add(write);
    }

    Played played(int connections) {
        return new Played(measured, stored, rejected, written, connections);
    }
}
