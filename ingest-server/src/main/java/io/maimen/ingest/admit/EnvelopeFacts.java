package io.maimen.ingest.admit;

import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.BindingFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.fact.RawFrameFact;
import io.maimen.observation.wire.EnvelopeItem;
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
    private final Instant now;
    private final RecentIdentities recent;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> identities = new ArrayList<>();
    private final OutcomeRanges outcomes = new OutcomeRanges();

    private EnvelopeFacts(GatewayId gateway, Instant now, RecentIdentities recent) {
        this.gateway = gateway;
        this.now = now;
        this.recent = recent;
    }

    static EnvelopeFacts of(ObservationEnvelope envelope, Instant now, RecentIdentities recent) {
        EnvelopeFacts result = new EnvelopeFacts(envelope.gateway(), now, recent);
        // Frames first: a reader that stops in between has the bytes before the values read from them.
        envelope.rawFrames().forEach(result::frame);
        envelope.items().forEach(result::item);
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

    private void item(Bytes item) {
        try {
            EnvelopeItem read = CODEC.fromCbor(item.toArray(), "");
            if (read instanceof EnvelopeItem.Bound bound) {
                add(
                        "item " + RawFrameRef.of(item).sha256(),
                        new BindingFact(bound.binding(), Optional.of(gateway), now));
                outcomes.stored();
            } else {
                measured(item, ((EnvelopeItem.Measured) read).observation());
            }
        } catch (WireException e) {
            quarantine(item, e.getMessage());
        }
    }

    private void measured(Bytes item, Observation observation) {
        Optional<String> reason = Plausibility.against(observation, now);
        if (reason.isPresent()) {
            quarantine(item, reason.get());
        } else {
            add(observation.id().hex(), new ObservedFact(observation, gateway, now));
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
