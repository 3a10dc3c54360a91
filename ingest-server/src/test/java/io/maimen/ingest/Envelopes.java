package io.maimen.ingest;

import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.ObservationCodec;
import io.maimen.observation.wire.ObservationEnvelope;
import java.util.Arrays;
import java.util.List;

/** Envelopes of {@link Measurements#GATEWAY}, as bytes. Stateless. */
public final class Envelopes {
    private Envelopes() {}

    public static byte[] of(Lane lane, Observation... observations) {
        return of(
                lane,
                List.of(),
                Arrays.stream(observations).map(Envelopes::item).toList());
    }

    public static byte[] of(Lane lane, List<RawFrame> frames, List<Bytes> items) {
        return new EnvelopeCodec().toCbor(ObservationEnvelope.unsigned(Measurements.GATEWAY, lane, items, frames));
    }

    public static Bytes item(Observation observation) {
        return Bytes.of(new ObservationCodec().toCbor(observation));
    }
}
