package io.maimen.observation.wire;

import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.AssignmentFact;
import io.maimen.observation.fact.BindingFact;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.MergeFact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.fact.RawFrameFact;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** What the server's log holds, in CBOR. Stateless; may be shared. */
public final class FactCodec {
    private static final int VERSION = 1;
    private static final ObservationCodec OBSERVATIONS = new ObservationCodec();

    /** The field {@code kind}. */
    private enum Kind {
        ENVELOPE("envelope"),
        ITEM("item"),
        /** As observations were written before their bytes were kept; only read. */
        OBSERVED("observed"),
        RAW_FRAME("raw-frame"),
        QUARANTINED("quarantined"),
        BINDING("binding"),
        ASSIGNMENT("assignment"),
        MERGE("merge");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** A measurement that came in no envelope, such as one entered by hand: its item is our own encoding of it. */
    public static ObservedFact unproved(Observation observation, GatewayId gateway, Instant admittedAt) {
        Bytes item = Bytes.of(OBSERVATIONS.toCbor(observation));
        return new ObservedFact(observation, item, gateway, Optional.empty(), admittedAt);
    }

    /** One CBOR map, rule {@code fact} of docs/wire.md. */
    public byte[] toCbor(Fact fact) {
        return WireFormat.LOG.toBytes(fact, FactCodec::write);
    }

    /** Reads what {@link #toCbor} of this version wrote. */
    public Fact fromCbor(byte[] bytes) throws WireException {
        return WireFormat.LOG.fromBytes(bytes, "", FactCodec::read);
    }

    private static void write(Fact fact, WireWriter out) throws IOException {
        out.integer("v", VERSION);
        out.field("admitted", Notation::writeInstant, fact.admittedAt());
        if (fact instanceof ObservedFact observed) {
            out.text("kind", Kind.ITEM.word);
            ReceivedFactForm.write(observed, out);
        } else if (fact instanceof EnvelopeFact envelope) {
            out.text("kind", Kind.ENVELOPE.word);
            ReceivedFactForm.write(envelope, out);
        } else if (fact instanceof RawFrameFact raw) {
            writeHead(Kind.RAW_FRAME, raw.gateway(), out);
            out.map("frame", raw.frame(), RawFrameForm::write);
        } else if (fact instanceof QuarantinedFact quarantined) {
            writeHead(Kind.QUARANTINED, quarantined.gateway(), out);
            out.field("item", Notation::writeBytes, quarantined.item());
            out.text("reason", quarantined.reason());
        } else if (fact instanceof BindingFact binding) {
            out.text("kind", Kind.BINDING.word);
            PatientFactForm.write(binding, out);
        } else if (fact instanceof AssignmentFact assignment) {
            out.text("kind", Kind.ASSIGNMENT.word);
            PatientFactForm.write(assignment, out);
        } else if (fact instanceof MergeFact merge) {
            out.text("kind", Kind.MERGE.word);
            PatientFactForm.write(merge, out);
        } else {
            throw new IllegalStateException("every fact must have a form but " + fact.getClass() + " has none");
        }
    }

    private static void writeHead(Kind kind, GatewayId gateway, WireWriter out) throws IOException {
        out.text("kind", kind.word);
        out.text("gateway", gateway.value());
    }

    private static Fact read(WireField in) throws WireException {
        in.requireVersion(VERSION);
        Kind kind = in.required("kind").oneOf(Kind.values(), value -> value.word);
        Instant admittedAt = in.required("admitted", Notation::readInstant);
        return in.checked(() -> switch (kind) {
            case ENVELOPE -> ReceivedFactForm.readEnvelope(in, gateway(in), admittedAt);
            case ITEM -> ReceivedFactForm.readItem(in, gateway(in), admittedAt);
            case OBSERVED -> ReceivedFactForm.readObservation(in, gateway(in), admittedAt);
            case RAW_FRAME -> new RawFrameFact(in.required("frame", RawFrameForm::read), gateway(in), admittedAt);
            case QUARANTINED ->
                new QuarantinedFact(
                        in.required("item", Notation::readBytes),
                        in.required("reason").text(),
                        gateway(in),
                        admittedAt);
            case BINDING -> PatientFactForm.readBinding(in, admittedAt);
            case ASSIGNMENT -> PatientFactForm.readAssignment(in, admittedAt);
            case MERGE -> PatientFactForm.readMerge(in, admittedAt);
        });
    }

    private static GatewayId gateway(WireField in) throws WireException {
        return in.required("gateway").parsed(GatewayId::new);
    }
}
