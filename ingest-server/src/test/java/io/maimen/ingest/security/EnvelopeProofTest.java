package io.maimen.ingest.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.SigningGateway;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.EnvelopeSignature;
import io.maimen.observation.wire.ObservationEnvelope;
import io.maimen.observation.wire.WireException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Nothing of a reading, its place or its signature can be changed without the proof failing. */
class EnvelopeProofTest {
    private static final Observation POTASSIUM = Measurements.potassium("S-1", "6.4", Measurements.NOON);
    private static final Bytes OTHER = Envelopes.item(Measurements.potassium("S-2", "4.1", Measurements.NOON));
    private static final Bytes ITEM = Envelopes.item(POTASSIUM);

    private final SigningGateway gateway = new SigningGateway();
    private final EnvelopeFact envelope = envelope(gateway);
    private final ObservedFact item = item(ITEM, 1, envelope.sha256());

    @Test
    void anItemIsProvedWithoutTheOthers() {
        assertEquals(SignatureState.VALID, state(item, envelope));
    }

    @Property(tries = 200)
    void anyBitOfTheItemCounts(@ForAll @IntRange(max = 100_000) int bit) {
        assertEquals(SignatureState.INVALID, state(item(flipped(ITEM, bit), 1, envelope.sha256()), envelope));
    }

    @Property(tries = 200)
    void anyBitOfTheSignatureCounts(@ForAll @IntRange(max = 100_000) int bit) {
        Bytes signature = flipped(envelope.signature().orElseThrow(), bit);
        assertEquals(
                SignatureState.INVALID,
                state(item, with(envelope.gateway(), envelope.lane(), envelope.itemDigests(), signature)));
    }

    @Property(tries = 200)
    void anyBitOfTheDigestsCountsAlsoOfTheOtherItems(@ForAll @IntRange(max = 1) int which, @ForAll int bit) {
        List<String> digests = new ArrayList<>(envelope.itemDigests());
        Bytes digest = Bytes.of(HexFormat.of().parseHex(digests.get(which)));
        digests.set(which, flipped(digest, bit).hex());
        assertEquals(SignatureState.INVALID, state(item, signedAs(envelope.lane(), digests)));
    }

    @Test
    void laneOrderAndPlaceCount() {
        List<String> digests = envelope.itemDigests();
        assertEquals(SignatureState.INVALID, state(item, signedAs(Lane.WAVEFORM, digests)));
        assertEquals(
                SignatureState.INVALID, state(item, signedAs(Lane.ALARM, List.of(digests.get(1), digests.get(0)))));
        assertEquals(SignatureState.INVALID, state(item, signedAs(Lane.ALARM, digests.subList(1, 2))));
        assertEquals(SignatureState.INVALID, state(item(ITEM, 0, envelope.sha256()), envelope));
        assertEquals(SignatureState.INVALID, state(item(ITEM, 2, envelope.sha256()), envelope));
    }

    @Test
    void anotherGatewaysEnvelopeProvesNothing() {
        GatewayId other = new GatewayId("clinic-other");
        EnvelopeFact elsewhere = with(
                other,
                envelope.lane(),
                envelope.itemDigests(),
                envelope.signature().orElseThrow());
        assertEquals(SignatureState.KEY_UNKNOWN, state(item, elsewhere));
        GatewayKeys anyGatewaysKey = (asked, keyId) -> gateway.key(Measurements.GATEWAY, keyId);
        assertEquals(SignatureState.INVALID, EnvelopeProof.of(item, Optional.of(elsewhere), anyGatewaysKey));
    }

    @Test
    void anEnvelopeThatIsGoneProvesNothing() {
        assertEquals(SignatureState.INVALID, EnvelopeProof.of(item, Optional.empty(), gateway));
        assertEquals(SignatureState.INVALID, state(item(ITEM, 1, "0".repeat(64)), envelope));
    }

    private SignatureState state(ObservedFact fact, EnvelopeFact sent) {
        return EnvelopeProof.of(fact, Optional.of(sent), gateway);
    }

    private EnvelopeFact signedAs(Lane lane, List<String> digests) {
        return with(envelope.gateway(), lane, digests, envelope.signature().orElseThrow());
    }

    private EnvelopeFact with(GatewayId sender, Lane lane, List<String> digests, Bytes signature) {
        return new EnvelopeFact(
                envelope.sha256(), sender, lane, digests, Optional.of(signature), envelope.keyId(), Measurements.NOON);
    }

    private static ObservedFact item(Bytes bytes, int index, String sha256) {
        return new ObservedFact(
                POTASSIUM, bytes, Measurements.GATEWAY, Optional.of(new ItemProof(sha256, index)), Measurements.NOON);
    }

    private static Bytes flipped(Bytes bytes, int bit) {
        byte[] changed = bytes.toArray();
        int place = Math.floorMod(bit, changed.length * Byte.SIZE);
        changed[place / Byte.SIZE] ^= (byte) (1 << place % Byte.SIZE);
        return Bytes.of(changed);
    }

    private static EnvelopeFact envelope(SigningGateway gateway) {
        byte[] bytes = gateway.envelope(Lane.ALARM, List.of(), List.of(OTHER, ITEM));
        try {
            ObservationEnvelope sent = new EnvelopeCodec().fromCbor(bytes);
            return new EnvelopeFact(
                    EnvelopeCodec.digest(bytes),
                    sent.gateway(),
                    sent.lane(),
                    sent.items().stream().map(EnvelopeSignature::digest).toList(),
                    sent.signature().map(EnvelopeSignature::bytes),
                    sent.signature().map(EnvelopeSignature::keyId),
                    Measurements.NOON);
        } catch (WireException e) {
            throw new AssertionError(e);
        }
    }
}
