package io.maimen.driver.gatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Read;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.DriverOptions;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Bytes;
import io.maimen.observation.Component;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.ReceiveTime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BloodPressureProtocolTest {
    private static final DeviceId DEVICE = DeviceId.serial("BP-0001");
    /** 12:41 at the place. */
    private static final Instant NOW = Instant.parse("2017-01-16T04:41:00Z");

    private static final ReceiveTime AT = new ReceiveTime(NOW);
    private static final Subscribe INDICATIONS =
            new Subscribe(Characteristic.BLOOD_PRESSURE_MEASUREMENT, SubscribeMode.INDICATE);
    private static final Subscribe INFLATING =
            new Subscribe(Characteristic.INTERMEDIATE_CUFF_PRESSURE, SubscribeMode.NOTIFY);
    /** 2017-01-16 12:41:00, wall time of the place, little-endian year. */
    private static final Write CLOCK =
            new Write(Characteristic.DATE_TIME, Bytes.of(CuffBytes.hex("E107 01 10 0C2900")));

    private final DeviceProtocol protocol = open("connection-1", DriverOptions.NONE);

    @Test
    void theModelIsReadFirstThenIndicationsAreEnabledAndTheClockIsSet() {
        List<DriverAction> questions = protocol.on(new Connected(NOW));
        assertEquals(new Read(Characteristic.MODEL_NUMBER), questions.get(0));
        assertEquals(List.of(), protocol.on(model("UA-651BLE")), "not before everything is answered");
        assertEquals(List.of(INDICATIONS, INFLATING, CLOCK), withoutFacts(answerOthers(questions)));
    }

    @Test
    void aCuffWithoutAModelNumberIsAnOrdinaryOne() {
        List<DriverAction> questions = protocol.on(new Connected(NOW));
        protocol.on(new WriteFailed(Characteristic.MODEL_NUMBER, "there is no such characteristic"));
        assertEquals(List.of(INDICATIONS, INFLATING, CLOCK), answerOthers(questions));
    }

    /** A & D's cuffs have no Device Information beyond the model. */
    private List<DriverAction> answerOthers(List<DriverAction> questions) {
        List<DriverAction> actions = List.of();
        for (DriverAction question : questions.subList(1, questions.size())) {
            actions = protocol.on(new WriteFailed(((Read) question).channel(), "there is no such characteristic"));
        }
        return actions;
    }

    private static List<DriverAction> withoutFacts(List<DriverAction> actions) {
        assertEquals(List.of(), assertInstanceOf(Store.class, actions.get(0)).observations());
        return actions.subList(1, actions.size());
    }

    @Test
    void thePressureInTheCuffWhileItInflatesIsNobodysBloodPressure() {
        assertEquals(
                List.of(),
                protocol.on(received(
                        Characteristic.INTERMEDIATE_CUFF_PRESSURE,
                        Bytes.of(CuffBytes.hex("00 8200 FF07 FF07"))))); // 130 mmHg, no more said
        assertEquals(
                "GATT-001",
                assertInstanceOf(
                                Reject.class,
                                protocol.on(received(
                                                Characteristic.INTERMEDIATE_CUFF_PRESSURE,
                                                Bytes.of(CuffBytes.hex("00 82"))))
                                        .get(0))
                        .error()
                        .code());
        assertEquals(
                List.of(),
                protocol.on(new WriteFailed(Characteristic.INTERMEDIATE_CUFF_PRESSURE, "there is none")),
                "a cuff that does not show it is none the worse");
    }

    @Test
    void aCuffWhoseClockCannotBeSetIsReadAllTheSame() {
        assertEquals(List.of(), protocol.on(new WriteFailed(Characteristic.DATE_TIME, "there is none")));
        assertEquals(2, observe(bytes(cuff -> {})).size());
    }

    @Test
    void withoutIndicationsThereIsNothingToWaitFor() {
        assertInstanceOf(
                Close.class,
                protocol.on(new WriteFailed(Characteristic.BLOOD_PRESSURE_MEASUREMENT, "not authorized"))
                        .get(0));
    }

    @Test
    void oneReadingIsAPanelAndItsPulse() {
        List<Observation> observations = observe(bytes(cuff -> {}));
        Observation panel = observations.get(0);
        assertEquals(Nomenclature.BLOOD_PRESSURE, panel.type());
        assertEquals(new AbsentValue(DataAbsentReason.NOT_APPLICABLE), panel.value());
        assertEquals(
                List.of(
                        new Component(Nomenclature.BLOOD_PRESSURE_SYSTOLIC, mmHg("125")),
                        new Component(Nomenclature.BLOOD_PRESSURE_DIASTOLIC, mmHg("80")),
                        new Component(Nomenclature.BLOOD_PRESSURE_MEAN, mmHg("102"))),
                panel.components());
        Observation pulse = observations.get(1);
        assertEquals(Nomenclature.PULSE_RATE_CUFF, pulse.type());
        assertEquals(NumericValue.exact(new Quantity(new BigDecimal("64"), UcumUnit.PER_MINUTE)), pulse.value());
        for (Observation observation : observations) {
            assertEquals(Optional.of(new UserSlot(2)), observation.source().slot());
            assertEquals(
                    Instant.parse("2017-01-16T04:39:54Z"), observation.timing().measuredAt());
            assertEquals(Set.of(), observation.statuses());
            assertEquals(AT, observation.timing().receiveTime());
        }
        assertEquals(panel.provenance(), pulse.provenance());
    }

    @Test
    void aFailedMeasurementHasReasonsAndNoNumber() {
        List<Observation> observations = observe(bytes(failed -> {
            failed.pressures = "FF07 FF07 FF07";
            failed.pulse = Optional.of("FF07");
        }));
        AbsentValue notANumber = new AbsentValue(DataAbsentReason.NOT_A_NUMBER);
        assertEquals(
                List.of(notANumber, notANumber, notANumber),
                observations.get(0).components().stream().map(Component::value).toList());
        assertEquals(notANumber, observations.get(1).value());
        assertEquals(Set.of(MeasurementStatus.QUESTIONABLE), observations.get(0).statuses());
    }

    @Test
    void aCuffThatCountsNoPulseGivesThePanelAlone() {
        assertEquals(1, observe(bytes(cuff -> cuff.pulse = Optional.empty())).size());
    }

    @Test
    void anUnknownUserIsNoSlot() {
        for (Optional<String> user : List.of(Optional.of("FF"), Optional.<String>empty())) {
            assertEquals(
                    Optional.empty(),
                    observe(bytes(cuff -> cuff.user = user)).get(0).source().slot());
        }
    }

    @Test
    void theSameMemoryOverAnotherConnectionGivesTheSameReadings() {
        DeviceProtocol later = open("connection-2", DriverOptions.NONE);
        indicated(later, bytes(cuff -> cuff.user = Optional.of("01")));
        List<Observation> again = ((Store) indicated(later, bytes(cuff -> {})).get(0)).observations();
        assertEquals(ids(observe(bytes(cuff -> {}))), ids(again));
    }

    @Test
    void bothUsersOfACuffStayApartEvenInTheSameSecond() {
        assertNotEquals(
                ids(observe(bytes(cuff -> cuff.user = Optional.of("01")))),
                ids(observe(bytes(cuff -> cuff.user = Optional.of("02")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000 04 11 142938", "E107 00 00 000000", "E107 0D 01 000000", "D007 01 01 000100", ""})
    void withoutAUsableTimeTheReceiveTimeStandsAloneAndTheReadingIsMarked(String time) {
        Bytes unset = bytes(cuff -> cuff.time = Optional.of(time).filter(text -> !text.isEmpty()));
        Observation first = observe(unset).get(0);
        assertEquals(Optional.empty(), first.timing().deviceTime());
        assertEquals(
                Set.of(MeasurementStatus.DEVICE_CLOCK_UNSET, MeasurementStatus.POSSIBLY_THE_SAME), first.statuses());
        assertNotEquals(first.id(), observe(unset).get(0).id(), "rather two marked readings than one lost");
    }

    @Test
    void theModelChoosesTheLayout() {
        List<DriverAction> questions = protocol.on(new Connected(NOW));
        protocol.on(model("BM85\0\0"));
        answerOthers(questions);
        Store store = (Store) indicated(protocol, Bytes.of(CuffBytes.hex("566a0047000000ea07080b121f00003f000000")))
                .get(0);
        assertEquals(2, store.observations().get(0).components().size(), "a mean of 0 means that there is none");
        assertEquals(
                NumericValue.exact(new Quantity(new BigDecimal("63"), UcumUnit.PER_MINUTE)),
                store.observations().get(1).value());
    }

    @Test
    void bytesThatAreNoReadingGoToQuarantine() {
        Reject reject = assertInstanceOf(
                Reject.class, indicated(protocol, Bytes.of((byte) 0, (byte) 1)).get(0));
        assertEquals("GATT-001", reject.error().code());
    }

    /** The transport has told the cuff already, so nobody but us has a forgetful cuff's reading now. */
    @Test
    void aReadingThatCouldNotBeStoredIsTriedAgainUntilItIs() {
        Store store = (Store) indicated(protocol, bytes(cuff -> {})).get(0);
        assertEquals(
                List.of(new Wake(Duration.ofSeconds(1))), protocol.on(new NotStored(store.storeId(), "disk full")));
        assertEquals(List.of(store), protocol.on(new Elapsed(NOW.plusSeconds(1))));
        assertEquals(List.of(), protocol.on(new Stored(store.storeId())));
        assertEquals(List.of(), protocol.on(new Elapsed(NOW.plusSeconds(2))));
    }

    @Test
    void whatIsNotStoredWhenTheCuffLeavesIsTriedOnceMore() {
        Store store = (Store) indicated(protocol, bytes(cuff -> {})).get(0);
        protocol.on(new NotStored(store.storeId(), "disk full"));
        assertEquals(List.of(store), protocol.on(new Disconnected(NOW)));
    }

    @Test
    void aCuffThatFloodsUsWhileNothingCanBeStoredIsLetGo() {
        List<DriverAction> actions = List.of();
        for (int i = 0; i <= 512; i++) {
            actions = indicated(protocol, bytes(cuff -> {}));
        }
        assertInstanceOf(Close.class, actions.get(0));
    }

    @Test
    void simulatedIsADecisionOfTheConfiguration() {
        assertTrue(!observe(bytes(cuff -> {})).get(0).provenance().simulated());
        DeviceProtocol simulated = open("connection-1", new DriverOptions(Map.of("simulated", "true")));
        Store store = (Store) indicated(simulated, bytes(cuff -> {})).get(0);
        assertTrue(store.observations().get(0).provenance().simulated());
        assertThrows(IllegalArgumentException.class, () -> open("c", new DriverOptions(Map.of("simulated", "maybe"))));
    }

    private List<Observation> observe(Bytes bytes) {
        return ((Store) indicated(protocol, bytes).get(0)).observations();
    }

    private static List<Object> ids(List<Observation> observations) {
        return observations.stream().<Object>map(Observation::id).toList();
    }

    private static ObservationValue mmHg(String number) {
        return NumericValue.exact(new Quantity(new BigDecimal(number), UcumUnit.MILLIMETRE_OF_MERCURY));
    }

    private static Bytes bytes(Consumer<CuffBytes> change) {
        CuffBytes cuff = new CuffBytes();
        change.accept(cuff);
        return cuff.bytes();
    }

    private static List<DriverAction> indicated(DeviceProtocol protocol, Bytes bytes) {
        return protocol.on(received(Characteristic.BLOOD_PRESSURE_MEASUREMENT, bytes));
    }

    private static Received model(String name) {
        return received(Characteristic.MODEL_NUMBER, Bytes.of(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static Received received(Channel channel, Bytes bytes) {
        return new Received(channel, DeliveryId.NONE, bytes, AT);
    }

    private static DeviceProtocol open(String connection, DriverOptions options) {
        return new BloodPressureDriver()
                .open(new DeviceContext(DEVICE, connection, ZoneId.of("Asia/Shanghai"), options));
    }
}
