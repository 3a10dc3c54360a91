package io.maimen.ingest.admit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.log.LogException;
import io.maimen.log.LogRecord;
import io.maimen.log.ObservationLog;
import io.maimen.log.SegmentLog;
import io.maimen.log.SegmentLogOptions;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.LoincCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.fact.BindingFact;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.fact.RawFrameFact;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.time.SettableClock;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.EnvelopeSignature;
import io.maimen.observation.wire.FactCodec;
import io.maimen.observation.wire.ItemCodec;
import io.maimen.observation.wire.ObservationEnvelope;
import io.maimen.observation.wire.Receipt;
import io.maimen.observation.wire.WireException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private static final Instant NOW = Measurements.NOON.plusSeconds(1);
    private static final Observation GLUCOSE = Measurements.glucose("S-1", "5.1", Measurements.NOON);

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final ObservationLog log = open(disk);
    private int woken;
    private Optional<String> refusal = Optional.empty();
    private final Admission admission = new Admission(log, new SettableClock(NOW), envelope -> refusal, () -> woken++);

    @Test
    void whatWasAdmittedIsInTheLogWithItsFrameBeforeTheReceiptIsGiven() throws Exception {
        RawFrame frame = Measurements.frame("frame", Measurements.NOON);
        byte[] envelope = Envelopes.of(Lane.VITAL, List.of(frame), List.of(Envelopes.item(GLUCOSE)));

        Receipt receipt = receipt(envelope);

        Optional<EnvelopeSignature> signature =
                new EnvelopeCodec().fromCbor(envelope).signature();
        assertEquals(new Receipt(EnvelopeCodec.digest(envelope), List.of(new Receipt.Stored(0, 0)), NOW), receipt);
        assertEquals(
                List.of(
                        new RawFrameFact(frame, Measurements.GATEWAY, NOW),
                        new EnvelopeFact(
                                EnvelopeCodec.digest(envelope),
                                Measurements.GATEWAY,
                                Lane.VITAL,
                                List.of(EnvelopeSignature.digest(Envelopes.item(GLUCOSE))),
                                signature.map(EnvelopeSignature::bytes),
                                signature.map(EnvelopeSignature::keyId),
                                NOW),
                        observed(GLUCOSE, envelope)),
                logged());
        assertEquals(1, woken);
        assertTrue(disk.syncs() > 0, "the log must have been synced");
    }

    @Test
    void whoIsMeasuredIsAdmittedAsAFactOfItsOwn() throws Exception {
        Binding session = Measurements.session("serial:AN-0001", "p-wang01", Measurements.NOON);
        Bytes item = Bytes.of(new ItemCodec().toCbor(session));

        Receipt receipt = receipt(Envelopes.of(Lane.VITAL, List.of(), List.of(item, Envelopes.item(GLUCOSE))));

        assertEquals(List.of(new Receipt.Stored(0, 1)), receipt.outcomes());
        assertTrue(logged().contains(new BindingFact(session, Optional.of(Measurements.GATEWAY), NOW)));
    }

    @Test
    void aBadItemIsQuarantinedWithItsReasonAndCostsNoOther() throws Exception {
        Bytes bad = Bytes.of((byte) 0xFF);
        Bytes item = Envelopes.item(GLUCOSE);
        Bytes other = Envelopes.item(Measurements.potassium("S-1", "4.1", Measurements.NOON));

        Receipt receipt = receipt(Envelopes.of(Lane.VITAL, List.of(), List.of(item, bad, bad, other)));

        assertEquals(new Receipt.Stored(0, 0), receipt.outcomes().get(0));
        Receipt.Quarantined quarantined =
                assertInstanceOf(Receipt.Quarantined.class, receipt.outcomes().get(1));
        assertEquals(1, quarantined.first());
        assertEquals(2, quarantined.last());
        assertTrue(quarantined.reason().startsWith("WIRE-010 "), quarantined.reason());
        assertEquals(new Receipt.Stored(3, 3), receipt.outcomes().get(2));
        assertEquals(new QuarantinedFact(bad, quarantined.reason(), Measurements.GATEWAY, NOW), logged().get(2));
    }

    @Test
    void anUnknownCodeIsQuarantined() throws Exception {
        assertEquals(
                "SRV-050 code must be one of the nomenclature but was loinc:2339-0; correct the driver's code map, or add"
                        + " the code",
                reason(observation(new LoincCode("2339-0"), UcumUnit.MILLIMOLE_PER_LITRE, Measurements.NOON)));
    }

    /** Urea: nobody put it into the nomenclature, and an analyser of the county measures it. */
    @Test
    void aTestOfALaboratoryMayHaveAnyLoincCode() {
        Observation urea = Measurements.observation(
                MeasurementSource.of(Measurements.ANALYSER, new SpecimenId("S-1")),
                new LoincCode("3094-0"),
                NumericValue.exact(new Quantity(new BigDecimal("5.5"), UcumUnit.MILLIMOLE_PER_LITRE)),
                Measurements.NOON,
                "key");
        assertEquals(Optional.empty(), Nomenclature.find(urea.type()).map(Nomenclature.Entry::code));
        assertEquals(Optional.empty(), Plausibility.against(urea, NOW));
    }

    @Test
    void aUnitTheQuantityIsNotMeasuredInIsQuarantined() throws Exception {
        assertEquals(
                "SRV-051 unit of loinc:6298-4 must be mmol/L but was mg/dL; correct the device's unit setting",
                reason(observation(Nomenclature.POTASSIUM_BLOOD, UcumUnit.MILLIGRAM_PER_DECILITRE, Measurements.NOON)));
    }

    @ParameterizedTest
    @CsvSource({
        "mdc:160188, mg/dL", // plasma glucose of most meters
        "mdc:160212, mg/dL", // a continuous monitor's
        "mdc:150021, kPa", // systolic
        "mdc:150364, [degF]", // body temperature
        "mdc:188736, [lb_av]" // body weight
    })
    void whatADeviceIsSetToIsNoReasonToPutItsReadingAside(String code, String unit) {
        Observation reading = observation(ObservationCode.parse(code), new UcumUnit(unit), Measurements.NOON);
        assertEquals(Optional.empty(), Plausibility.against(reading, NOW));
    }

    @Test
    void glucoseInMilligramsIsAdmittedAsItIs() throws Exception {
        Observation glucose = observation(
                Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, UcumUnit.MILLIGRAM_PER_DECILITRE, Measurements.NOON);
        byte[] envelope = Envelopes.of(Lane.VITAL, glucose);
        receipt(envelope);
        assertEquals(observed(glucose, envelope), logged().get(1));
    }

    @Test
    void aTimeThatCannotBeTrueIsQuarantinedAndNamesTheClockToSet() throws Exception {
        Instant unset = Instant.parse("1970-01-01T00:10:00Z");
        String reason = reason(Measurements.glucose("S-1", "5.1", unset));
        assertTrue(reason.startsWith("SRV-052 time must be from 2010-01-01T00:00:00Z to a day from now"), reason);
        String ahead = reason(Measurements.glucose("S-1", "5.1", NOW.plus(Duration.ofDays(2))));
        assertTrue(ahead.endsWith("set the clock of the gateway"), ahead);
    }

    @Test
    void anEnvelopeSentAgainHasTheSameOutcomesAndNothingNewInTheLog() throws Exception {
        byte[] envelope = Envelopes.of(Lane.VITAL, GLUCOSE);
        Receipt first = receipt(envelope);
        assertEquals(first, receipt(envelope));
        assertEquals(2, logged().size(), "the envelope and its item");
    }

    @Test
    void aFullLogAcknowledgesNothingAndGoesOnByItselfWhenThereIsRoom() throws Exception {
        byte[] envelope = Envelopes.of(Lane.VITAL, GLUCOSE);
        disk.setCapacity(0);
        LogException full = assertThrows(LogException.class, () -> receipt(envelope));
        assertEquals(LogException.Reason.NO_SPACE, full.reason());
        assertEquals(
                LogException.Reason.NO_SPACE, admission.trouble().orElseThrow().reason());
        assertEquals(0, woken);

        disk.setCapacity(Long.MAX_VALUE);
        assertEquals(List.of(new Receipt.Stored(0, 0)), receipt(envelope).outcomes());
        assertTrue(admission.trouble().isEmpty());
        assertEquals(2, logged().size(), "the envelope and its item");
    }

    @Test
    void anotherGatewaysEnvelopeIsQuarantinedWhole() throws Exception {
        byte[] envelope = Envelopes.of(Lane.VITAL, GLUCOSE);
        GatewayId other = new GatewayId("clinic-other");
        Admitted.Malformed malformed =
                assertInstanceOf(Admitted.Malformed.class, admission.admit(other, Lane.VITAL, envelope));
        assertTrue(malformed.reason().startsWith("SRV-044 gateway must be clinic-other"), malformed.reason());
        assertEquals(List.of(new QuarantinedFact(Bytes.of(envelope), malformed.reason(), other, NOW)), logged());
    }

    @Test
    void anEnvelopeThatItsGatewayDidNotSignLeavesNothing() throws Exception {
        byte[] envelope = Envelopes.of(Lane.VITAL, GLUCOSE);
        refusal = Optional.of("PKI-026 not signed");
        assertEquals(
                new Admitted.Refused("PKI-026 not signed"),
                admission.admit(Measurements.GATEWAY, Lane.VITAL, envelope));
        assertEquals(List.of(), logged());
        assertEquals(0, woken);

        refusal = Optional.empty();
        assertEquals(List.of(new Receipt.Stored(0, 0)), receipt(envelope).outcomes());
        assertEquals(2, logged().size(), "what was refused before is new");
    }

    @Test
    void anEnvelopeOnTheWrongLaneIsQuarantinedWhole() throws Exception {
        Admitted admitted = admission.admit(Measurements.GATEWAY, Lane.ALARM, Envelopes.of(Lane.WAVEFORM, GLUCOSE));
        assertTrue(
                assertInstanceOf(Admitted.Malformed.class, admitted).reason().startsWith("SRV-045 lane must be alarm"));
    }

    @Property(tries = 200)
    void anyBytesAreReceiptedOrQuarantinedAndNeverThrow(@ForAll @Size(min = 1, max = 300) byte[] bytes)
            throws Exception {
        Admitted admitted = new Admission(
                        open(new SimulatedDisk(2)), new SettableClock(NOW), anyone -> Optional.empty(), () -> {})
                .admit(Measurements.GATEWAY, Lane.VITAL, bytes);
        assertInstanceOf(Admitted.Malformed.class, admitted);
    }

    @Property(tries = 300)
    void aFlippedByteInAnEnvelopeNeverThrows(@ForAll int place, @ForAll byte change) throws Exception {
        byte[] envelope = Envelopes.of(Lane.VITAL, GLUCOSE);
        envelope[Math.floorMod(place, envelope.length)] ^= change;
        new Admission(open(new SimulatedDisk(3)), new SettableClock(NOW), anyone -> Optional.empty(), () -> {})
                .admit(Measurements.GATEWAY, Lane.VITAL, envelope);
    }

    @Test
    void anEnvelopeIsKeptWithItsSignatureOnlyWhereItBringsAReadingAndWithAllItsDigests() throws Exception {
        EnvelopeSignature signature = new EnvelopeSignature("0123456789abcdef", Bytes.of((byte) 1));
        Bytes known = Envelopes.item(GLUCOSE);
        Bytes first = Envelopes.spelledOtherwise(Measurements.potassium("S-1", "4.1", Measurements.NOON));
        receipt(Envelopes.of(Lane.VITAL, GLUCOSE));
        receipt(Envelopes.of(Lane.VITAL, List.of(Measurements.frame("frame", NOW)), List.of(known)));
        assertEquals(3, logged().size(), "an envelope, its item, and the other's frame");

        byte[] envelope = new EnvelopeCodec()
                .toCbor(new ObservationEnvelope(
                        Measurements.GATEWAY, Lane.VITAL, List.of(known, first), List.of(), Optional.of(signature)));
        receipt(envelope);
        EnvelopeFact kept = assertInstanceOf(EnvelopeFact.class, logged().get(3));
        assertEquals(List.of(EnvelopeSignature.digest(known), EnvelopeSignature.digest(first)), kept.itemDigests());
        assertEquals(Optional.of(signature.bytes()), kept.signature());
        ObservedFact item = assertInstanceOf(ObservedFact.class, logged().get(4));
        assertEquals(first, item.item(), "as sent, not as we would have written it");
        assertEquals(Optional.of(new ItemProof(EnvelopeCodec.digest(envelope), 1)), item.proof());
    }

    private static ObservedFact observed(Observation observation, byte[] envelope) {
        return new ObservedFact(
                observation,
                Envelopes.item(observation),
                Measurements.GATEWAY,
                Optional.of(new ItemProof(EnvelopeCodec.digest(envelope), 0)),
                NOW);
    }

    private Receipt receipt(byte[] envelope) throws LogException {
        return assertInstanceOf(Admitted.Receipted.class, admission.admit(Measurements.GATEWAY, Lane.VITAL, envelope))
                .receipt();
    }

    private String reason(Observation observation) throws LogException {
        Receipt receipt = receipt(Envelopes.of(Lane.VITAL, observation));
        return assertInstanceOf(Receipt.Quarantined.class, receipt.outcomes().get(0))
                .reason();
    }

    private static Observation observation(
            io.maimen.observation.code.ObservationCode code, UcumUnit unit, Instant measuredAt) {
        return Measurements.observation(
                MeasurementSource.of(Measurements.ANALYSER),
                code,
                NumericValue.exact(new Quantity(new BigDecimal("90"), unit)),
                measuredAt,
                "key");
    }

    private List<Fact> logged() throws LogException, WireException {
        List<Fact> facts = new ArrayList<>();
        for (LogRecord record : log.read(log.start(), 1_000).records()) {
            facts.add(new FactCodec().fromCbor(record.bytes()));
        }
        return facts;
    }

    private static ObservationLog open(SimulatedDisk disk) {
        try {
            return SegmentLog.open(disk, SegmentLogOptions.defaults());
        } catch (LogException e) {
            throw new AssertionError(e);
        }
    }
}
