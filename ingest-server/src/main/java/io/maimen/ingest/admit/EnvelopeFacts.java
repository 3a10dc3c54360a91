package io.maimen.ingest.admit;

import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.BindingFact;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.fact.RawFrameFact;
import io.maimen.observation.wire.EnvelopeItem;
import io.maimen.observation.wire.EnvelopeSignature;
import io.maimen.observation.wire.ItemCodec;
import io.maimen.observation.wire.ObservationEnvelope;
import io.maimen.observation.wire.Receipt.Outcome;
import io.maimen.observation.wire.WireException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges an envelope item by item and collects what the log has yet to take. Confined to one thread. */
final class EnvelopeFacts {
    private static final ItemCodec CODEC = new ItemCodec();

    private final GatewayId gateway;
    private final String envelopeSha256;
    private final Instant now;
    private final RecentIdentities recent;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> identities = new ArrayList<>();
    private final OutcomeRanges outcomes = new OutcomeRanges();

    private EnvelopeFacts(GatewayId gateway, String envelopeSha256, Instant now, RecentIdentities recent) {
        this.gateway = gateway;
        this.envelopeSha256 = envelopeSha256;
        this.now = now;
        this.recent = recent;
    }

    static EnvelopeFacts of(ObservationEnvelope envelope, String sha256, Instant now, RecentIdentities recent) {
        EnvelopeFacts result = new EnvelopeFacts(envelope.gateway(), sha256, now, recent);
        // Frames first: a reader that stops in between has the bytes before the values read from them.
        envelope.rawFrames().forEach(result::frame);
        int firstItem = result.facts.size();
        for (int i = 0; i < envelope.items().size(); i++) {
            result.item(i, envelope.items().get(i));
        }
        if (result.facts.stream().anyMatch(ObservedFact.class::isInstance)) {
            result.facts.add(firstItem, result.envelope(envelope));
        }
        return result;
    }

    /** What is new; empty when all of it is durable since earlier. */
    List<Fact> facts() {
        return facts;
    }

    /** The identities behind {@link #facts}, to remember after the commit. */
    List<String> identities() {
        return identities;
    }

    List<Outcome> outcomes() {
        return outcomes.list();
    }

    private void frame(RawFrame frame) {
        add("frame " + frame.ref().sha256(), new RawFrameFact(frame, gateway, now));
    }

    private Fact envelope(ObservationEnvelope envelope) {
        return new EnvelopeFact(
                envelopeSha256,
                gateway,
                envelope.lane(),
                envelope.items().stream().map(EnvelopeSignature::digest).toList(),
                envelope.signature().map(EnvelopeSignature::bytes),
                envelope.signature().map(EnvelopeSignature::keyId),
                now);
    }

    private void item(int index, Bytes item) {
        try {
            EnvelopeItem read = CODEC.fromCbor(item.toArray(), "");
            if (read instanceof EnvelopeItem.Bound bound) {
                add(
                        "item " + RawFrameRef.of(item).sha256(),
                        new BindingFact(bound.binding(), Optional.of(gateway), now));
                outcomes.stored();
            } else {
                measured(index, item, ((EnvelopeItem.Measured) read).observation());
            }
        } catch (WireException e) {
            quarantine(item, e.getMessage());
        }
    }

    private void measured(int index, Bytes item, Observation observation) {
        Optional<String> reason = Plausibility.against(observation, now);
        if (reason.isPresent()) {
            quarantine(item, reason.get());
        } else {
            ItemProof proof = new ItemProof(envelopeSha256, index);
            add(observation.id().hex(), new ObservedFact(observation, item, gateway, Optional.of(proof), now));
            outcomes.stored();
        }
    }

    private void quarantine(Bytes item, String reason) {
        add("item " + RawFrameRef.of(item).sha256(), new QuarantinedFact(item, reason, gateway, now));
        outcomes.quarantined(reason);
    }

    private void add(String identity, Fact fact) {
        if (!recent.contains(identity)) {
            identities.add(identity);
            facts.add(fact);
        }
    }
}
