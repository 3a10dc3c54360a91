package io.maimen.observation.wire;

import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.ObservedFact;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The fields of the facts about what a gateway sent: its envelopes and their items, to the byte. */
final class ReceivedFactForm {
    private ReceivedFactForm() {}

    static void write(ObservedFact fact, WireWriter out) throws IOException {
        out.text("gateway", fact.gateway().value());
        out.field("item", Notation::writeBytes, fact.item());
        if (fact.proof().isPresent()) {
            out.map("proof", fact.proof().get(), (proof, to) -> {
                to.hex("envelope", proof.envelopeSha256());
                to.integer("index", proof.index());
            });
        }
    }

    static ObservedFact readItem(WireField in, GatewayId gateway, Instant admittedAt) throws WireException {
        Bytes item = in.required("item", Notation::readBytes);
        return new ObservedFact(
                WireFormat.LOG.fromBytes(item.toArray(), "item", ObservationForm::read),
                item,
                gateway,
                in.optional("proof", ReceivedFactForm::readProof),
                admittedAt);
    }

    /** As it was written before items were kept to the byte: the observation itself, which nobody can prove. */
    static ObservedFact readObservation(WireField in, GatewayId gateway, Instant admittedAt) throws WireException {
        Observation observation = in.required("observation", ObservationForm::read);
        return FactCodec.unproved(observation, gateway, admittedAt);
    }

    static void write(EnvelopeFact fact, WireWriter out) throws IOException {
        out.text("gateway", fact.gateway().value());
        out.hex("sha256", fact.sha256());
        out.text("lane", fact.lane().text());
        out.list("items", fact.itemDigests(), (digest, to) -> to.hex(digest));
        if (fact.signature().isPresent() && fact.keyId().isPresent()) {
            out.field("signature", Notation::writeBytes, fact.signature().get());
            out.text("keyId", fact.keyId().get());
        }
    }

    static EnvelopeFact readEnvelope(WireField in, GatewayId gateway, Instant admittedAt) throws WireException {
        return new EnvelopeFact(
                in.required("sha256").hex(),
                gateway,
                in.required("lane").oneOf(Lane.values(), Lane::text),
                in.list("items", WireField::hex),
                in.optional("signature", bytes -> bytes.spelled(Notation::readBytes)),
                readKeyId(in),
                admittedAt);
    }

    private static Optional<String> readKeyId(WireField in) throws WireException {
        return in.optional("keyId", keyId -> keyId.parsed(EnvelopeSignature::requireKeyId));
    }

    private static ItemProof readProof(WireField in) throws WireException {
        return in.checked(() -> new ItemProof(
                in.required("envelope").hex(), in.required("index").integer(0, Integer.MAX_VALUE)));
    }
}
