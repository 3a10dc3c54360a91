package io.maimen.observation.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.ArbitraryObservations;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.wire.cddl.Cbor;
import io.maimen.observation.wire.cddl.CborReader;
import io.maimen.observation.wire.cddl.CborWriter;
import io.maimen.observation.wire.cddl.Cddl;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/wire.md and the codecs say the same: what one takes the other takes, what one refuses the other refuses. */
class WireContractTest {
    private static final Cddl CDDL = WireDocument.cddl();

    /** Reads bytes of one rule, or refuses them. */
    @FunctionalInterface
    private interface Reading {
        Object read(byte[] bytes) throws WireException;
    }

    private static final Map<String, Reading> READINGS = Map.of(
            "observation", new ObservationCodec()::fromCbor,
            "envelope", WireContractTest::readEnvelopeAndItems,
            "receipt", new ReceiptCodec()::fromCbor,
            "fact", new FactCodec()::fromCbor,
            "item", bytes -> new ItemCodec().fromCbor(bytes, ""),
            "outbox-entry", new OutboxEntryCodec()::fromCbor,
            "frame-fields", new FrameFieldsCodec()::fromCbor,
            "signed-state", WireContractTest::readSignedAndState,
            "desired-state", new DesiredStateCodec()::fromCbor,
            "reported", new ReportedCodec()::fromCbor);

    /** The envelope's codec leaves the items alone; who admits an envelope reads them one by one. */
    private static Object readEnvelopeAndItems(byte[] bytes) throws WireException {
        ObservationEnvelope envelope = new EnvelopeCodec().fromCbor(bytes);
        for (Bytes item : envelope.items()) {
            new ItemCodec().fromCbor(item.toArray(), "");
        }
        return envelope;
    }

    /** The state is read only after its signature was found to fit. */
    private static Object readSignedAndState(byte[] bytes) throws WireException {
        SignedState signed = new SignedStateCodec().fromCbor(bytes);
        new DesiredStateCodec().fromCbor(signed.state().toArray());
        return signed;
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsWhatThePageSays() {
        return WireSamples.encoded().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(), () -> assertTrue(CDDL.accepts(rule(sample.getKey()), sample.getValue()))));
    }

    @Property(tries = 200)
    void everyObservationIsWhatThePageSays(@ForAll("observations") Observation observation) {
        byte[] item = new ObservationCodec().toCbor(observation);
        ObservationEnvelope envelope = new ObservationEnvelope(
                WireSamples.GATEWAY,
                Lane.ALARM,
                List.of(Bytes.of(item)),
                List.of(),
                Optional.of(WireSamples.SIGNATURE));
        assertTrue(CDDL.accepts("observation", item), () -> HexFormat.of().formatHex(item));
        assertTrue(CDDL.accepts("envelope", new EnvelopeCodec().toCbor(envelope)));
    }

    /** One change at each place of each sample: about nine thousand messages that are wrong, and a few that are right. */
    @TestFactory
    Stream<DynamicTest> thePageAndTheCodecsRefuseTheSame() {
        return WireSamples.encoded().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    Cbor original = CborReader.read(sample.getValue());
                    long refused = Mutations.ofOnePlace(original)
                            .map(CborWriter::write)
                            .filter(mutant -> !agreed(rule(sample.getKey()), mutant))
                            .count();
                    assertTrue(refused > 40, () -> "most changes must be refused but only " + refused + " were");
                }));
    }

    /** Whether both take it; fails when only one does, save for rules that CDDL has no words for. */
    private static boolean agreed(String rule, byte[] mutant) {
        boolean accepted = CDDL.accepts(rule, mutant);
        Optional<WireException> refusal = refusal(rule, mutant);
        String hex = HexFormat.of().formatHex(mutant);
        if (accepted) {
            refusal.ifPresent(e -> assertEquals("WIRE-014", e.code(), () -> e.getMessage() + " for " + hex));
        } else {
            assertFalse(refusal.isEmpty(), () -> "only the page refuses " + hex);
        }
        return accepted;
    }

    private static Optional<WireException> refusal(String rule, byte[] bytes) {
        try {
            READINGS.get(rule).read(bytes);
            return Optional.empty();
        } catch (WireException e) {
            return Optional.of(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> fieldsOfANewerPeerAreSkippedAtEveryDepth() {
        return WireSamples.encoded().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    Reading reading = READINGS.get(rule(sample.getKey()));
                    byte[] newer = CborWriter.write(Mutations.withUnknownFields(CborReader.read(sample.getValue())));
                    assertTrue(CDDL.accepts(rule(sample.getKey()), newer));
                    assertEquals(reading.read(sample.getValue()), reading.read(newer));
                }));
    }

    @Test
    void theWorkedExampleIsWhatTheCodecWrites() {
        byte[] envelope = new EnvelopeCodec().toCbor(WireSamples.envelope());
        assertArrayEquals(envelope, WireDocument.example());
        assertTrue(WireDocument.text().contains("`" + EnvelopeCodec.digest(envelope) + "`"), "the digest on the page");
    }

    @Provide
    Arbitrary<Observation> observations() {
        return ArbitraryObservations.observations();
    }

    private static String rule(String sample) {
        return READINGS.keySet().stream().filter(sample::startsWith).findFirst().orElseThrow();
    }
}
