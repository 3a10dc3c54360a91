package io.maimen.ingest.record;

import io.maimen.ingest.follow.FactBatch;
import io.maimen.ingest.follow.FactReader;
import io.maimen.ingest.series.LastContact;
import io.maimen.ingest.series.SeriesStore;
import io.maimen.log.LogPosition;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ObservedFact;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps facts in the series store and says afterwards which devices were heard. Called by one thread at a time. */
public final class Recorder implements FactReader {
    private final SeriesStore store;
    private final Consumer<Map<DeviceId, LastContact>> heard;

    /** {@code heard} gets, after each commit, the devices of the batch with where and when their bytes last arrived. */
    public Recorder(SeriesStore store, Consumer<Map<DeviceId, LastContact>> heard) {
        this.store = store;
        this.heard = heard;
    }

    @Override
    public String name() {
        return "record";
    }

    @Override
    public LogPosition cursor() {
        return store.cursor();
    }

    @Override
    public void read(FactBatch batch) {
        store.keep(batch.facts(), batch.next());
        Map<DeviceId, LastContact> devices = new HashMap<>();
        for (Fact fact : batch.facts()) {
            if (fact instanceof ObservedFact observed) {
                devices.merge(
                        observed.observation().source().device(),
                        new LastContact(
                                observed.gateway(),
                                observed.observation().timing().receiveTime().instant()),
                        LastContact::later);
            }
        }
        if (!devices.isEmpty()) {
            heard.accept(devices);
        }
    }
}
