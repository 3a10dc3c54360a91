package io.maimen.ingest.series;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.fact.RawFrameFact;
import io.maimen.observation.wire.FactCodec;
import java.time.Instant;
import java.util.List;

/** Facts for a series store, and everything that a reader of the store can see. */
public final class SeriesFacts {
    private static final Instant NOON = Measurements.NOON;

    private SeriesFacts() {}

    /** An observation as admitted 20 ms after the gateway had it. */
    public static ObservedFact fact(Observation observation) {
        return FactCodec.unproved(
                observation,
                Measurements.GATEWAY,
                observation.timing().receiveTime().instant().plusMillis(20));
    }

    /** One of each, and a second of what has two sorts. */
    public static List<Fact> everyKindOfFact() {
        RawFrame frame = Measurements.frame("frame", NOON);
        return List.of(
                new RawFrameFact(frame, Measurements.GATEWAY, NOON),
                Envelopes.fact(Bytes.of((byte) 7)),
                fact(Measurements.glucose("S-1", "5.1", NOON)),
                fact(Measurements.potassium("S-1", "4.1", NOON)),
                fact(Measurements.ecg(0, NOON)),
                fact(Measurements.ecg(1, NOON.plusSeconds(2))),
                new QuarantinedFact(Bytes.of((byte) 1), "WIRE-010 not CBOR", Measurements.GATEWAY, NOON));
    }

    /** Everything a reader of the port can see. */
    public static List<Object> content(SeriesStore store) {
        return List.of(
                store.cursor(),
                store.devices(GatewaySet.every()),
                store.after(GatewaySet.every(), Measurements.ANALYSER, 0, 1_000),
                store.after(GatewaySet.every(), Measurements.PATCH, 0, 1_000),
                store.quarantine(GatewaySet.every(), 1_000),
                store.envelope(Envelopes.fact(Bytes.of((byte) 7)).sha256()),
                store.frame(
                        GatewaySet.every(), Measurements.frame("frame", NOON).ref()));
    }

    /** The same, through another gateway. */
    static ObservedFact through(GatewayId gateway, Observation observation) {
        ObservedFact fact = fact(observation);
        return new ObservedFact(observation, fact.item(), gateway, fact.proof(), fact.admittedAt());
    }
}
