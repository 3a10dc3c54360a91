package io.maimen.ingest;

import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.EnvelopeSignature;
import io.maimen.observation.wire.ObservationCodec;
import io.maimen.observation.wire.ObservationEnvelope;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Envelopes of {@link Measurements#GATEWAY}, as bytes, signed with {@link TestCredentials#SIGNING}. Stateless. */
public final class Envelopes {
    private Envelopes() {}

    public static byte[] of(Lane lane, Observation... observations) {
        return of(
                lane,
                List.of(),
                Arrays.stream(observations).map(Envelopes::item).toList());
    }

    public static byte[] of(Lane lane, List<RawFrame> frames, List<Bytes> items) {
        return of(
                lane,
                frames,
                items,
                Optional.of(TestCredentials.sign(EnvelopeSignature.signed(Measurements.GATEWAY, lane, items))));
    }

    /** With any signature, or none. */
    public static byte[] of(
            Lane lane, List<RawFrame> frames, List<Bytes> items, Optional<EnvelopeSignature> signature) {
        return new EnvelopeCodec()
                .toCbor(new ObservationEnvelope(Measurements.GATEWAY, lane, items, frames, signature));
    }

    public static byte[] unsigned(Lane lane, Observation observation) {
        return of(lane, List.of(), List.of(item(observation)), Optional.empty());
    }

    public static Bytes item(Observation observation) {
        return Bytes.of(new ObservationCodec().toCbor(observation));
    }

    /**
     * The same observation in other bytes than our codec's, as another maker's gateway may send it: with a field that we do
     * not know.
     */
    public static Bytes spelledOtherwise(Observation observation) {
        String cbor = item(observation).hex();
        // bf opens the map; 6178 00 is x: 0.
        return Bytes.of(HexFormat.of().parseHex("bf" + "617800" + cbor.substring(2)));
    }

    /** An envelope with one item, as the log has it. */
    public static EnvelopeFact fact(Bytes item) {
        ObservationEnvelope envelope =
                ObservationEnvelope.unsigned(Measurements.GATEWAY, Lane.VITAL, List.of(item), List.of());
        return new EnvelopeFact(
                EnvelopeCodec.digest(new EnvelopeCodec().toCbor(envelope)),
                Measurements.GATEWAY,
                Lane.VITAL,
                List.of(EnvelopeSignature.digest(item)),
                Optional.of(Bytes.of((byte) 1)),
                Optional.of("0123456789abcdef"),
                Measurements.NOON);
    }
}
