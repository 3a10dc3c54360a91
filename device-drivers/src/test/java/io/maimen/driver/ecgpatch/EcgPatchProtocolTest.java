package io.maimen.driver.ecgpatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.AcknowledgementCheck;
import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Acknowledge;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.DriverOptions;
import io.maimen.driver.EagerProtocol;
import io.maimen.observation.Bytes;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EcgPatchProtocolTest {
    private static final DeviceId DEVICE = DeviceId.serial("ECG-0001");
    private static final ReceiveTime AT = new ReceiveTime(PatchBytes.TIME.plusSeconds(2));
    private static final DeliveryId DELIVERY = new DeliveryId(17);

    private final DeviceProtocol protocol = open("connection-1");

    @Test
    void aBlockIsStoredFirstAndAcceptedThen() {
        Store store = store(new PatchBytes().bytes());
        assertEquals(List.of(new RawFrame(new PatchBytes().bytes(), AT)), store.rawFrames());
        assertEquals(
                List.of(new Acknowledge(DELIVERY, Acknowledgement.ACCEPTED)), protocol.on(new Stored(store.storeId())));
    }

    @Test
    void aBlockThatCouldNotBeStoredIsNotAnswered() {
        Store store = store(new PatchBytes().bytes());
        assertEquals(List.of(), protocol.on(new NotStored(store.storeId(), "disk full")));
        assertEquals(List.of(), protocol.on(new Stored(store.storeId())));
    }

    @Test
    void eachDeliveryIsAnsweredWhenItsOwnBlockIsStored() {
        Store first = store(new PatchBytes().bytes());
        Store second = (Store) protocol.on(received(new DeliveryId(18), block(next -> next.sequence = 8)))
                .get(0);
        assertEquals(
                List.of(new Acknowledge(new DeliveryId(18), Acknowledgement.ACCEPTED)),
                protocol.on(new Stored(second.storeId())));
        assertEquals(
                List.of(new Acknowledge(DELIVERY, Acknowledgement.ACCEPTED)), protocol.on(new Stored(first.storeId())));
    }

    @Test
    void afterTheConnectionEndedNothingIsAnswered() {
        Store store = store(new PatchBytes().bytes());
        protocol.on(new Disconnected(PatchBytes.TIME));
        assertEquals(List.of(), protocol.on(new Stored(store.storeId())));
    }

    @Test
    void aDamagedBlockIsQuarantinedBeforeItIsCalledMalformed() {
        byte[] damaged = new PatchBytes().bytes().toArray();
        damaged[50] ^= 1;
        List<DriverAction> actions = protocol.on(received(DELIVERY, Bytes.of(damaged)));
        Reject reject = assertInstanceOf(Reject.class, actions.get(0));
        assertEquals("ECG-003", reject.error().code());
        assertEquals(Bytes.of(damaged), reject.rawFrame().bytes());
        assertEquals(new Acknowledge(DELIVERY, Acknowledgement.MALFORMED), actions.get(1));
    }

    @Test
    void aBlockOfAnotherPatchIsRefused() {
        List<DriverAction> actions = protocol.on(received(DELIVERY, block(other -> other.serial = "ECG-0002")));
        Reject reject = assertInstanceOf(Reject.class, actions.get(0));
        assertEquals("ECG-008", reject.error().code());
        assertTrue(
                reject.error().reason().contains("that of ECG-0001"),
                reject.error().reason());
    }

    @Test
    void aBlockBecomesOneSampledObservation() {
        Observation observation = observe(new PatchBytes().bytes());
        assertEquals(Nomenclature.ECG_LEAD_I, observation.type());
        assertEquals(
                new SampledValue(
                        new StreamPosition(3, 7, 1_750),
                        new BigDecimal("250"),
                        new BigDecimal("0.005"),
                        UcumUnit.MILLIVOLT,
                        Samples.of(0, 1, -1, 200, -200),
                        List.of()),
                observation.value());
        assertEquals(PatchBytes.TIME, observation.timing().measuredAt());
        assertEquals(AT, observation.timing().receiveTime());
        assertEquals(Set.of(), observation.statuses());
        assertTrue(observation.provenance().simulated());
        assertEquals(
                List.of(new RawFrame(new PatchBytes().bytes(), AT).ref()),
                observation.provenance().rawFrames());
    }

    @Test
    void aPatientsBlockIsNotSimulatedAndLeadTwoIsLeadTwo() {
        Observation observation = observe(block(real -> {
            real.flags = 0;
            real.lead = 2;
        }));
        assertEquals(Nomenclature.ECG_LEAD_II, observation.type());
        assertTrue(!observation.provenance().simulated());
    }

    @Test
    void samplesWithoutSignalAreGapsAndNeverAVoltage() {
        Observation observation =
                observe(block(off -> off.samples = new int[] {-32768, 5, -32768, -32768, -32767, -32768}));
        SampledValue value = (SampledValue) observation.value();
        assertEquals(List.of(new SampleGap(0, 1), new SampleGap(2, 2), new SampleGap(5, 1)), value.gaps());
        assertEquals(Samples.of(0, 5, 0, 0, -32767, 0), value.samples());
        assertEquals(Set.of(MeasurementStatus.LEAD_OFF), observation.statuses());
    }

    @Test
    void withAnUnsetClockTheReceiveTimeStandsAloneAndIsMarked() {
        Observation observation = observe(block(unset -> unset.flags = 0b110));
        assertEquals(Optional.empty(), observation.timing().deviceTime());
        assertEquals(Set.of(MeasurementStatus.DEVICE_CLOCK_UNSET), observation.statuses());
    }

    @Test
    void theSameBlockOverAnotherConnectionIsTheSameObservation() {
        Bytes unset = block(block -> block.flags = 0b110);
        for (Bytes bytes : List.of(new PatchBytes().bytes(), unset)) {
            Store again =
                    (Store) open("connection-2").on(received(DELIVERY, bytes)).get(0);
            assertEquals(observe(bytes).id(), again.observations().get(0).id());
        }
    }

    @Test
    void blocksOfOtherNumberOrStreamAreOtherObservations() {
        Observation observation = observe(new PatchBytes().bytes());
        assertNotEquals(
                observation.id(), observe(block(next -> next.sequence = 8)).id());
        assertNotEquals(
                observation.id(), observe(block(next -> next.stream = 4)).id());
    }

    @Test
    void noBlockIsAcceptedBeforeItIsStored() {
        DeviceProtocol checked = new AcknowledgementCheck(protocol, AcknowledgementCheck.Line.none());
        Store store =
                (Store) checked.on(received(DELIVERY, new PatchBytes().bytes())).get(0);
        assertEquals(1, checked.on(new Stored(store.storeId())).size());
        checked.on(received(new DeliveryId(18), Bytes.of((byte) 1)));
        Store full = (Store) checked.on(received(new DeliveryId(19), block(next -> next.sequence = 8)))
                .get(0);
        checked.on(new NotStored(full.storeId(), "disk full"));
    }

    @Test
    void theCheckCatchesAProtocolThatAcceptsBeforeItIsStored() {
        DeviceProtocol eager = new AcknowledgementCheck(
                new EagerProtocol(protocol, new Acknowledge(DELIVERY, Acknowledgement.ACCEPTED)),
                AcknowledgementCheck.Line.none());
        assertThrows(AssertionError.class, () -> eager.on(received(DELIVERY, new PatchBytes().bytes())));
    }

    private Observation observe(Bytes bytes) {
        return store(bytes).observations().get(0);
    }

    private Store store(Bytes bytes) {
        return assertInstanceOf(
                Store.class, protocol.on(received(DELIVERY, bytes)).get(0));
    }

    private static Bytes block(Consumer<PatchBytes> change) {
        PatchBytes block = new PatchBytes();
        change.accept(block);
        return block.bytes();
    }

    private static Received received(DeliveryId delivery, Bytes bytes) {
        return new Received(new Channel("ecg/v1/ECG-0001/block"), delivery, bytes, AT);
    }

    private static DeviceProtocol open(String connection) {
        return new EcgPatchDriver()
                .open(new DeviceContext(DEVICE, connection, ZoneId.of("Asia/Shanghai"), DriverOptions.NONE));
    }
}
