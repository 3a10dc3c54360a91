package io.maimen.observation.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.ArbitraryObservations;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.AssignmentFact;
import io.maimen.observation.fact.BindingFact;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.MergeFact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.fact.RawFrameFact;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.BindingId;
import io.maimen.observation.patient.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is what is read, for everything that travels or is kept. */
class RoundTripTest {
    private static final GatewayId GATEWAY = new GatewayId("clinic-demo");

    private final ObservationCodec observations = new ObservationCodec();

    @Property(tries = 300)
    void anObservationComesBackFromCborAsItWas(@ForAll("observations") Observation observation) throws WireException {
        assertEquals(observation, observations.fromCbor(observations.toCbor(observation)));
    }

    @Property(tries = 300)
    void anObservationComesBackFromJsonAsItWas(@ForAll("observations") Observation observation) throws WireException {
        assertEquals(observation, observations.fromJson(observations.toJson(observation)));
    }

    @Property(tries = 100)
    void anEnvelopeComesBackWithItsItemsToTheByte(
            @ForAll("observations") Observation observation, @ForAll("frames") RawFrame frame, @ForAll Lane lane)
            throws WireException {
        EnvelopeCodec codec = new EnvelopeCodec();
        Bytes item = Bytes.of(observations.toCbor(observation));
        ObservationEnvelope envelope = new ObservationEnvelope(
                GATEWAY, lane, List.of(item, item), List.of(frame), Optional.of(WireSamples.SIGNATURE));
        assertEquals(envelope, codec.fromCbor(codec.toCbor(envelope)));
    }

    @Property(tries = 100)
    void aReceiptComesBackAsItWas(@ForAll("receipts") Receipt receipt) throws WireException {
        ReceiptCodec codec = new ReceiptCodec();
        assertEquals(receipt, codec.fromCbor(codec.toCbor(receipt)));
    }

    @Property(tries = 200)
    void aFactComesBackAsItWas(@ForAll("facts") Fact fact) throws WireException {
        FactCodec codec = new FactCodec();
        assertEquals(fact, codec.fromCbor(codec.toCbor(fact)));
    }

    @Property(tries = 100)
    void anOutboxEntryComesBackAsItWas(
            @ForAll("observations") Observation observation, @ForAll("frames") RawFrame frame) throws WireException {
        OutboxEntryCodec codec = new OutboxEntryCodec();
        OutboxEntry entry = new OutboxEntry(List.of(frame), List.of(observation, observation));
        assertEquals(entry, codec.fromCbor(codec.toCbor(entry)));
    }

    @Provide
    Arbitrary<Observation> observations() {
        return ArbitraryObservations.observations();
    }

    @Provide
    Arbitrary<RawFrame> frames() {
        return ArbitraryObservations.rawFrames();
    }

    @Provide
    Arbitrary<Fact> facts() {
        Arbitrary<Instant> times = ArbitraryObservations.instants();
        Arbitrary<Optional<GatewayId>> gateways = Arbitraries.just(GATEWAY).optional();
        return Arbitraries.oneOf(
                Combinators.combine(observations(), times).as((it, at) -> FactCodec.unproved(it, GATEWAY, at)),
                Combinators.combine(observations(), digests(), times).as(RoundTripTest::proved),
                Combinators.combine(digests(), digests().list().ofMaxSize(4), times)
                        .as((sha256, items, at) -> new EnvelopeFact(
                                sha256, GATEWAY, Lane.ALARM, items, Optional.empty(), Optional.empty(), at)),
                Combinators.combine(frames(), times).as((it, at) -> new RawFrameFact(it, GATEWAY, at)),
                Combinators.combine(bindings(), gateways, times).as(BindingFact::new),
                Combinators.combine(observations(), patients().optional(), times)
                        .as((it, who, at) -> new AssignmentFact(it.id(), who, "王医生", "her sleeve", at)),
                Combinators.combine(patients(), times)
                        .as((it, at) -> new MergeFact(it, WireSamples.PATIENT, "王医生", "twice", at)),
                Combinators.combine(frames(), times)
                        .as((it, at) -> new QuarantinedFact(it.bytes(), "WIRE-010 不是 CBOR", GATEWAY, at)));
    }

    private static Arbitrary<PatientId> patients() {
        return Arbitraries.of("p-0000", "p-zzzzzzzz", "p-" + "9".repeat(40)).map(PatientId::new);
    }

    private static Arbitrary<Binding> bindings() {
        Arbitrary<Instant> times = ArbitraryObservations.instants();
        return Combinators.combine(
                        ArbitraryObservations.observations(),
                        times,
                        times.optional(),
                        patients(),
                        Arbitraries.of(Binding.Basis.class))
                .as((like, from, to, patient, basis) -> new Binding(
                        new BindingId(like.id().hex()),
                        like.source().device(),
                        like.source().slot(),
                        like.source().specimen(),
                        from,
                        to.filter(end -> !end.isBefore(from)),
                        patient,
                        basis,
                        "王医生"));
    }

    @Property(tries = 100)
    void anItemComesBackAsItWas(@ForAll("facts") Fact fact) throws WireException {
        ItemCodec codec = new ItemCodec();
        Optional<EnvelopeItem> item = Optional.empty();
        if (fact instanceof BindingFact bound) {
            item = Optional.of(new EnvelopeItem.Bound(bound.binding()));
        } else if (fact instanceof ObservedFact observed) {
            item = Optional.of(new EnvelopeItem.Measured(observed.observation()));
        }
        Assume.that(item.isPresent());
        assertEquals(item.get(), codec.fromCbor(codec.toCbor(item.get()), ""));
    }

    @Provide
    Arbitrary<Receipt> receipts() {
        return Combinators.combine(
                        digests(),
                        Arbitraries.integers().between(1, 1000).list().ofMaxSize(8),
                        ArbitraryObservations.instants())
                .as((digest, lengths, at) -> new Receipt(digest, ranges(lengths), at));
    }

    private static Arbitrary<String> digests() {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
    }

    private static Fact proved(Observation observation, String envelope, Instant at) {
        Bytes item = Bytes.of(new ObservationCodec().toCbor(observation));
        return new ObservedFact(observation, item, GATEWAY, Optional.of(new ItemProof(envelope, 7)), at);
    }

    private static List<Receipt.Outcome> ranges(List<Integer> lengths) {
        List<Receipt.Outcome> outcomes = new ArrayList<>();
        int first = 0;
        for (int length : lengths) {
            int last = first + length - 1;
            outcomes.add(
                    length % 2 == 0
                            ? new Receipt.Stored(first, last)
                            : new Receipt.Quarantined(first, last, "OBS-003 rate"));
            first = last + 1;
        }
        return outcomes;
    }
}
