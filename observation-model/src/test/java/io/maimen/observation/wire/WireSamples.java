package io.maimen.observation.wire;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.Bytes;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.DriverRef;
import io.maimen.observation.FrameField;
import io.maimen.observation.Lane;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Provenance;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.Timing;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
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
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One of each thing that travels or is kept: the golden files and the examples of docs/wire.md are made of these. */
final class WireSamples {
    static final GatewayId GATEWAY = new GatewayId("clinic-demo");
    static final PatientId PATIENT = new PatientId("p-7f3k9q2m");
    static final Instant SERVER_TIME = Instant.parse("2025-03-14T01:26:54.750Z");
    static final RawFrame RESULT_FRAME = new RawFrame(
            Bytes.of("R|1|^^^GLU|5.00|mmol/L\r".getBytes(StandardCharsets.US_ASCII)),
            new ReceiveTime(Instant.parse("2025-03-14T01:26:53.589793Z")));

    /** The same frame, taken apart as its driver does it. */
    static final RawFrame RESULT_FRAME_WITH_FIELDS = new RawFrame(
            RESULT_FRAME.bytes(),
            RESULT_FRAME.receivedAt(),
            List.of(
                    new FrameField("R-1", "R", "", 0, 1),
                    new FrameField("R-2", "1", "", 2, 1),
                    new FrameField("R-3", "^^^GLU", "", 4, 6),
                    new FrameField("R-4", "5.00", "mmol/L", 11, 4),
                    new FrameField("R-5", "mmol/L", "", 16, 6)));

    /** Made up: codecs carry a signature, they do not judge it. */
    static final EnvelopeSignature SIGNATURE = new EnvelopeSignature(
            "0123456789abcdef", Bytes.of("not a true signature".getBytes(StandardCharsets.US_ASCII)));

    private WireSamples() {}

    /** Every sample by the name of its golden file, as CBOR. */
    static Map<String, byte[]> encoded() {
        Map<String, byte[]> samples = new LinkedHashMap<>();
        observations().forEach((name, sample) -> samples.put(name, new ObservationCodec().toCbor(sample)));
        samples.put("envelope", new EnvelopeCodec().toCbor(envelope()));
        samples.put("envelope-signed", new EnvelopeCodec().toCbor(signedEnvelope()));
        samples.put("item", new ItemCodec().toCbor(new EnvelopeItem.Bound(session())));
        samples.put("receipt", new ReceiptCodec().toCbor(receipt()));
        facts().forEach((name, sample) -> samples.put(name, new FactCodec().toCbor(sample)));
        samples.put("frame-fields", new FrameFieldsCodec().toCbor(RESULT_FRAME_WITH_FIELDS.fields()));
        samples.put("desired-state", new DesiredStateCodec().toCbor(desired()));
        samples.put("signed-state", new SignedStateCodec().toCbor(signedState()));
        samples.put("reported", new ReportedCodec().toCbor(reported()));
        samples.put("outbox-entry", new OutboxEntryCodec().toCbor(outboxEntry()));
        return samples;
    }

    static Map<String, Fact> facts() {
        Map<String, Fact> samples = new LinkedHashMap<>();
        samples.put("fact-envelope", envelopeFact());
        samples.put(
                "fact-item",
                new ObservedFact(
                        glucose(),
                        envelope().items().get(0),
                        GATEWAY,
                        Optional.of(new ItemProof(envelopeFact().sha256(), 0)),
                        SERVER_TIME));
        samples.put("fact-raw-frame", new RawFrameFact(RESULT_FRAME, GATEWAY, SERVER_TIME));
        samples.put(
                "fact-quarantined",
                new QuarantinedFact(
                        RESULT_FRAME.bytes(), "WIRE-010 message must be well-formed CBOR", GATEWAY, SERVER_TIME));
        samples.put("fact-binding", new BindingFact(session(), Optional.of(GATEWAY), SERVER_TIME));
        samples.put(
                "fact-assignment",
                new AssignmentFact(glucose().id(), Optional.of(PATIENT), "wang", "was in her sleeve", SERVER_TIME));
        samples.put(
                "fact-merge",
                new MergeFact(new PatientId("p-double01"), PATIENT, "wang", "registered twice", SERVER_TIME));
        return samples;
    }

    /** Slot 2 of a cuff, for ten minutes. */
    static Binding session() {
        return new Binding(
                new BindingId("0123456789abcdef0123456789abcdef"),
                DeviceId.serial("BP-0001"),
                Optional.of(new UserSlot(2)),
                Optional.of(new SpecimenId("S-000123")),
                Instant.parse("2025-03-14T01:20:00Z"),
                Optional.of(Instant.parse("2025-03-14T01:30:00Z")),
                PATIENT,
                Binding.Basis.SESSION,
                "wang");
    }

    private static EnvelopeFact envelopeFact() {
        return new EnvelopeFact(
                EnvelopeCodec.digest(new EnvelopeCodec().toCbor(signedEnvelope())),
                GATEWAY,
                Lane.VITAL,
                envelope().items().stream().map(EnvelopeSignature::digest).toList(),
                Optional.of(SIGNATURE.bytes()),
                Optional.of(SIGNATURE.keyId()),
                SERVER_TIME);
    }

    /** One of each thing that flows down. */
    static DesiredState desired() {
        return new DesiredState(
                GATEWAY,
                7,
                SERVER_TIME,
                new DesiredContent(
                        List.of(new DesiredContent.SlotMap(DeviceId.serial("BP-0001"), new UserSlot(2), PATIENT)),
                        List.of(new DesiredContent.Pack("poct-critical", 1, "pack: poct-critical\nversion: 1\n")),
                        List.of(new DesiredContent.PersonalLimit(
                                PATIENT,
                                "glucose-high",
                                ">= 20.0 mmol/L",
                                Instant.parse("2025-04-14T00:00:00Z"),
                                "wang",
                                "known for years")),
                        List.of(
                                new DesiredContent.Revocation(DesiredContent.Revocation.Kind.DEVICE, "serial:AN-0666"),
                                new DesiredContent.Revocation(DesiredContent.Revocation.Kind.DRIVER, "ecg-patch"))));
    }

    static SignedState signedState() {
        return new SignedState(Bytes.of(new DesiredStateCodec().toCbor(desired())), SIGNATURE.bytes());
    }

    /** The gateway works by version 6, and says why not by 7. */
    static Reported reported() {
        return new Reported(6, Optional.of("GW-081 pack poct-critical must be readable but was not"));
    }

    /** The glucose result as the gateway keeps it until it has a receipt. */
    static OutboxEntry outboxEntry() {
        return new OutboxEntry(List.of(RESULT_FRAME), List.of(glucose()));
    }

    static Map<String, Observation> observations() {
        Map<String, Observation> samples = new LinkedHashMap<>();
        samples.put("observation-glucose", glucose());
        samples.put("observation-absent", absent());
        samples.put("observation-ecg", ecg());
        return samples;
    }

    /** 5.00 mmol/L from an analyser that knows local time only. */
    static Observation glucose() {
        return analyser(
                NumericValue.exact(new Quantity(new BigDecimal("5.00"), UcumUnit.MILLIMOLE_PER_LITRE)), Set.of());
    }

    /** The analyser could not measure, and doubts even that. */
    static Observation absent() {
        return analyser(
                new AbsentValue(DataAbsentReason.ERROR),
                Set.of(MeasurementStatus.QUESTIONABLE, MeasurementStatus.PRELIMINARY));
    }

    /** Eight samples at 250 Hz and 5 µV a step, two of them without signal; the patch's clock is two minutes ahead. */
    static Observation ecg() {
        return new Observation(
                new ObservationId("ec600000000000000000000000000001"),
                MeasurementSource.of(DeviceId.serial("ECG-0001")),
                Nomenclature.ECG_LEAD_I,
                new SampledValue(
                        new StreamPosition(3, 41, 10_250),
                        new BigDecimal("250.000"),
                        new BigDecimal("0.005000"),
                        UcumUnit.MILLIVOLT,
                        Samples.of(0, 1, -1, 150, -32_768, -32_768, 2, 3),
                        List.of(new SampleGap(4, 2))),
                List.of(),
                Timing.of(
                        DeviceTime.of(Instant.parse("2025-03-14T01:28:53.589793Z")),
                        new ReceiveTime(Instant.parse("2025-03-14T01:26:53.589793Z"))),
                Set.of(MeasurementStatus.LEAD_OFF),
                new Provenance(new DriverRef("ecg-patch", "1"), List.of(), true));
    }

    /** The glucose result on its way. */
    static ObservationEnvelope envelope() {
        return ObservationEnvelope.unsigned(
                GATEWAY,
                Lane.VITAL,
                List.of(Bytes.of(new ObservationCodec().toCbor(glucose()))),
                List.of(RESULT_FRAME));
    }

    /** The same with what a program may do without: the frame's fields and the gateway's signature. */
    static ObservationEnvelope signedEnvelope() {
        return new ObservationEnvelope(
                GATEWAY, Lane.VITAL, envelope().items(), List.of(RESULT_FRAME_WITH_FIELDS), Optional.of(SIGNATURE));
    }

    /** An envelope of three items, the second of which could not be read. */
    static Receipt receipt() {
        return new Receipt(
                EnvelopeCodec.digest(new EnvelopeCodec().toCbor(envelope())),
                List.of(
                        new Receipt.Stored(0, 0),
                        new Receipt.Quarantined(
                                1, 1, "WIRE-012 items[1].provenance.simulated must be given but was missing"),
                        new Receipt.Stored(2, 2)),
                SERVER_TIME);
    }

    private static Observation analyser(ObservationValue value, Set<MeasurementStatus> statuses) {
        return new Observation(
                new ObservationId("00112233445566778899aabbccddeeff"),
                MeasurementSource.of(DeviceId.serial("AN-0001"), new SpecimenId("S-000123")),
                Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD,
                value,
                List.of(),
                Timing.of(
                        DeviceTime.at(LocalDateTime.parse("2025-03-14T09:26:50"), ZoneId.of("Asia/Shanghai")),
                        RESULT_FRAME.receivedAt()),
                statuses,
                new Provenance(new DriverRef("astm", "1"), List.of(RESULT_FRAME.ref()), false));
    }
}
