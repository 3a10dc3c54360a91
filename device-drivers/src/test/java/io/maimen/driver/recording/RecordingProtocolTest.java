package io.maimen.driver.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Acknowledge;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.DriverOptions;
import io.maimen.driver.StoreId;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.Bytes;
import io.maimen.observation.DriverRef;
import io.maimen.observation.FrameField;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.code.EcgLead;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.wire.OutboxEntry;
import io.maimen.observation.wire.OutboxEntryCodec;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordingProtocolTest {
    private static final Instant STARTED = Instant.parse("2026-11-02T01:00:00Z");
    private static final ReceiveTime AT = new ReceiveTime(Instant.parse("2026-11-02T04:41:00Z"));
    private static final DeliveryId FILE = new DeliveryId(7);
    private static final DeviceContext CONTEXT =
            new DeviceContext(DeviceId.serial("CART-1"), "folder/1", ZoneId.of("Asia/Shanghai"), DriverOptions.NONE);
    private static final int LARGEST_ENTRY_BYTES = 240 << 10;

    @Test
    void aFileIsAcceptedOnlyWhenItIsStored() {
        RecordingProtocol protocol = protocol(recording(true, "TH-1", 12, 5_000, 100));
        Store store = (Store) only(receive(protocol, 50_000));
        assertEquals(12, store.observations().size());
        assertEquals(1, store.rawFrames().size());
        assertEquals(new Acknowledge(FILE, Acknowledgement.ACCEPTED), only(protocol.on(new Stored(store.storeId()))));
    }

    @Test
    void aFileThatCouldNotBeStoredIsAskedForAgain() {
        RecordingProtocol protocol = protocol(recording(true, "TH-1", 1, 10, 100));
        StoreId store = ((Store) only(receive(protocol, 100))).storeId();
        assertEquals(
                new Acknowledge(FILE, Acknowledgement.NOT_STORED),
                only(protocol.on(new NotStored(store, "the disk is full"))));
    }

    @Test
    void aFileThatCannotBeReadIsWrittenDownWithTheReasonFirst() {
        RecordingProtocol protocol = new RecordingProtocol(origin(), (file, place) -> {
            throw new RefusedFile("SCP-005", 0, "check value must be 1234 but was 0000");
        });
        List<DriverAction> actions = receive(protocol, 10);
        assertEquals("SCP-005", ((Reject) actions.get(0)).error().code());
        assertEquals(new Acknowledge(FILE, Acknowledgement.MALFORMED), actions.get(1));
    }

    @Test
    void theSameRecordingIsTheSameMeasurementEvenWhenTheNameWasCorrected() {
        List<Observation> once = observations(receive(protocol(recording(true, "TH-1", 2, 30_000, 100)), 100));
        List<Observation> again = observations(receive(protocol(recording(true, "TH-2", 2, 30_000, 100)), 90));
        assertEquals(ids(once), ids(again));
        assertEquals(6, ids(once).size());
        assertEquals(6, ids(once).stream().distinct().count());
        List<Observation> timeless = observations(receive(protocol(recording(false, "TH-1", 2, 30_000, 100)), 100));
        List<Observation> unset = observations(receive(protocol(recording(false, "TH-1", 2, 30_000, 100)), 100));
        assertEquals(ids(timeless), ids(unset));
        assertTrue(unset.get(0).statuses().contains(MeasurementStatus.DEVICE_CLOCK_UNSET));
    }

    @Test
    void aBlockSaysWhereInTheRecordingItLiesAndWhoseItIsByTheCart() {
        Observation second = observations(receive(protocol(recording(true, "TH-1", 1, 10_500, 100)), 100))
                .get(1);
        SampledValue value = (SampledValue) second.value();
        assertEquals(10_000, value.position().firstSample());
        assertEquals(500, value.samples().size());
        assertEquals(STARTED.plusSeconds(20), second.timing().measuredAt());
        assertEquals(Optional.of(new SpecimenId("TH-1")), second.source().specimen());
    }

    @Test
    void aLargeFileIsDividedSoThatEveryPartFitsTheOutboxAndTheFileIsKeptWhole() {
        EcgRecording recording = recording(true, "TH-1", 12, 10_000, 30_000);
        RecordingProtocol protocol = protocol(recording);
        List<DriverAction> actions = receive(protocol, 1_000_000);
        OutboxEntryCodec codec = new OutboxEntryCodec();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (DriverAction action : actions) {
            Store store = (Store) action;
            assertTrue(codec.toCbor(new OutboxEntry(store.rawFrames(), store.observations())).length
                    < LARGEST_ENTRY_BYTES);
            store.rawFrames().forEach(frame -> file.writeBytes(frame.bytes().toArray()));
        }
        assertEquals(Bytes.of(new byte[1_000_000]), Bytes.of(file.toByteArray()));
        assertEquals(12, observations(actions).size());
        assertEquals(
                actions.stream()
                        .flatMap(action -> ((Store) action).rawFrames().stream())
                        .map(RawFrame::ref)
                        .toList(),
                observations(actions).get(3).provenance().rawFrames());
        List<Acknowledge> answers = actions.stream()
                .flatMap(action -> protocol.on(new Stored(((Store) action).storeId())).stream())
                .map(Acknowledge.class::cast)
                .toList();
        assertEquals(List.of(new Acknowledge(FILE, Acknowledgement.ACCEPTED)), answers, "one answer, at the end");
    }

    private static Origin origin() {
        return Origin.of(CONTEXT, new DriverRef("scp", "2"));
    }

    private static RecordingProtocol protocol(EcgRecording recording) {
        return new RecordingProtocol(origin(), (file, place) -> recording);
    }

    private static List<DriverAction> receive(RecordingProtocol protocol, int bytes) {
        return protocol.on(new Received(new Channel("a.scp"), FILE, Bytes.of(new byte[bytes]), AT));
    }

    private static EcgRecording recording(boolean dated, String patient, int leads, int samples, int largest) {
        SplittableRandom random = new SplittableRandom(1);
        List<RecordedLead> recorded = Stream.of(
                        "I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
                .limit(leads)
                .map(name -> new RecordedLead(
                        EcgLead.named(name).orElseThrow(),
                        0,
                        new BigDecimal("0.0025"),
                        Samples.of(random.ints(samples, -largest, largest).toArray())))
                .toList();
        return new EcgRecording(
                dated ? Optional.of(DeviceTime.of(STARTED)) : Optional.empty(),
                Optional.of(new SpecimenId(patient)),
                BigDecimal.valueOf(2_000),
                recorded,
                List.of(new FrameField("patient id", patient, "", 3, 4)));
    }

    private static DriverAction only(List<DriverAction> actions) {
        assertEquals(1, actions.size(), actions::toString);
        return actions.get(0);
    }

    private static List<Observation> observations(List<DriverAction> actions) {
        return actions.stream()
                .flatMap(action -> ((Store) action).observations().stream())
                .toList();
    }

    private static List<String> ids(List<Observation> observations) {
        return observations.stream().map(each -> each.id().hex()).toList();
    }
}
