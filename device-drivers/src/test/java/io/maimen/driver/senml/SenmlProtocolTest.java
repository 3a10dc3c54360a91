package io.maimen.driver.senml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
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
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Bytes;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.ReceiveTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenmlProtocolTest {
    private final DeviceProtocol protocol = Packs.protocol(Map.of());

    @Test
    void aPackIsStoredFirstAndAcceptedThen() {
        List<DriverAction> actions = protocol.on(Packs.received(Packs.JSON));
        assertEquals(1, actions.size(), "nobody is told anything before it is stored");
        Store store = (Store) actions.get(0);
        assertEquals(
                List.of(new Acknowledge(new DeliveryId(7), Acknowledgement.ACCEPTED)),
                protocol.on(new Stored(store.storeId())));
        assertEquals(List.of(), protocol.on(new Stored(store.storeId())), "once");
    }

    @Test
    void aPackThatCouldNotBeStoredIsSaidNotToBe() {
        Store store = (Store) protocol.on(Packs.received(Packs.JSON)).get(0);
        assertEquals(
                List.of(new Acknowledge(new DeliveryId(7), Acknowledgement.NOT_STORED)),
                protocol.on(new NotStored(store.storeId(), "the disk is full")));
    }

    @Test
    void anAnswerDiesWithItsConnection() {
        Store store = (Store) protocol.on(Packs.received(Packs.JSON)).get(0);
        protocol.on(new Disconnected(Packs.NOON));
        assertEquals(List.of(), protocol.on(new Stored(store.storeId())));
    }

    @Test
    void aCuffsPackIsAPanelAndAPulse() {
        List<Observation> observations = stored(Packs.JSON);
        assertEquals(2, observations.size());
        Observation panel = observations.get(0);
        assertEquals(Nomenclature.BLOOD_PRESSURE, panel.type());
        assertEquals(new AbsentValue(DataAbsentReason.NOT_APPLICABLE), panel.value());
        assertEquals(
                List.of("mdc:150021 128 mm[Hg]", "mdc:150022 79 mm[Hg]", "mdc:150023 95 mm[Hg]"),
                panel.components().stream()
                        .map(each -> each.type() + " " + text(each.value()))
                        .toList());
        Observation pulse = observations.get(1);
        assertEquals(Nomenclature.PULSE_RATE_CUFF, pulse.type());
        assertEquals("66 /min", text(pulse.value()));
        for (Observation each : observations) {
            assertEquals(Optional.of(new UserSlot(2)), each.source().slot());
            assertEquals(
                    Instant.parse("2026-03-04T11:59:30Z"),
                    each.timing().deviceTime().orElseThrow().instant());
            assertEquals(Set.of(), each.statuses());
        }
    }

    @Test
    void bothFormatsGiveTheSameReading() {
        List<Observation> json = stored(Packs.JSON);
        List<Observation> cbor = stored(Packs.CBOR);
        assertEquals(
                json.stream().map(Observation::id).toList(),
                cbor.stream().map(Observation::id).toList());
        assertEquals(json.get(0).components(), cbor.get(0).components());
    }

    @Test
    void theFrameIsStoredWithItsFields() {
        Store store = (Store) protocol.on(Packs.received(Packs.CBOR)).get(0);
        Bytes bytes = store.rawFrames().get(0).bytes();
        assertEquals(Packs.CBOR, bytes);
        List<String> systolic = store.rawFrames().get(0).fields().stream()
                .limit(5)
                .map(field -> field.name() + "=" + field.value() + " "
                        + bytes.hex().substring(2 * field.offset(), 2 * (field.offset() + field.length())))
                .toList();
        assertEquals(
                List.of(
                        "bn=urn:dev:os:32473-CP-0001: 21781975726e3a6465763a6f733a33323437332d43502d303030313a",
                        "bt=1772625570 221a69a81ea2",
                        "n=systolic 0068737973746f6c6963",
                        "u=mmHg 01646d6d4867",
                        "v=128 021880"),
                systolic);
    }

    @Test
    void aMemorysDownloadIsOneStoreOfManyReadings() {
        List<Observation> observations = stored(Packs.json("""
                [{"bt":1772625000,"bu":"kPa","n":"systolic","v":17.1},{"n":"diastolic","v":10.5},
                 {"n":"systolic","t":60,"v":17.0},{"n":"diastolic","t":60,"v":10.4}]"""));
        assertEquals(2, observations.size());
        assertEquals("17.0 kPa", text(observations.get(1).components().get(0).value()), "the device's digits");
        assertEquals(
                60,
                observations.get(1).timing().measuredAt().getEpochSecond()
                        - observations.get(0).timing().measuredAt().getEpochSecond());
    }

    @Test
    void aFailedMeasurementHasReasonsAndNoNumbers() {
        Observation panel = stored(Packs.json("""
                [{"bt":1772625570,"n":"systolic","vs":"error"},{"n":"diastolic","vs":"error"},
                 {"n":"cuff-loose","vb":true},{"n":"slot","v":255}]""")).get(0);
        assertTrue(panel.components().stream()
                .allMatch(each -> each.value().equals(new AbsentValue(DataAbsentReason.ERROR))));
        assertEquals(Set.of(MeasurementStatus.QUESTIONABLE, MeasurementStatus.CUFF_LOOSE), panel.statuses());
        assertEquals(Optional.empty(), panel.source().slot(), "255: nobody pressed a button");
    }

    @Test
    void aFloatThatIsNoNumberHasItsReason() {
        // [{n: systolic, u: mmHg, v: NaN, t: 2^30}] with v as a half-precision NaN
        List<Observation> observations = stored(Bytes.of(HexFormat.of()
                .parseHex("81a4006873797374" + "6f6c6963" + "01646d6d4867" + "02f97e00" + "061a40000000")));
        assertEquals(
                new AbsentValue(DataAbsentReason.NOT_A_NUMBER),
                observations.get(0).components().get(0).value());
    }

    @Test
    void withoutAClockTheReceiveTimeStandsAndEveryReadingIsKept() {
        Bytes pack = Packs.json("[{\"n\":\"pulse\",\"u\":\"1/min\",\"v\":66}]");
        Observation first = stored(pack).get(0);
        assertEquals(Packs.NOON, first.timing().measuredAt());
        assertEquals(Optional.empty(), first.timing().deviceTime());
        assertEquals(
                Set.of(MeasurementStatus.DEVICE_CLOCK_UNSET, MeasurementStatus.POSSIBLY_THE_SAME), first.statuses());
        var later = new Received(new Channel("x"), new DeliveryId(8), pack, new ReceiveTime(Packs.NOON.plusSeconds(1)));
        assertNotEquals(
                first.id(),
                ((Store) protocol.on(later).get(0)).observations().get(0).id());
    }

    @Test
    void aTimeThatCountsFromNowIsCountedFromReceiving() {
        Observation pulse = stored(Packs.json("[{\"n\":\"pulse\",\"u\":\"/min\",\"v\":66,\"t\":-90.5}]"))
                .get(0);
        assertEquals(Packs.NOON.minusMillis(90_500), pulse.timing().measuredAt());
    }

    @Test
    void optionsGiveOtherNamesAMeaning() {
        DeviceProtocol named = Packs.protocol(Map.of(
                "map.sys", "mdc:150021 mm[Hg]",
                "map.dia", "mdc:150022 mm[Hg]",
                "map.user", "slot",
                "simulated", "true"));
        Store store = (Store) named.on(Packs.received(Packs.json("""
                [{"bt":1772625570,"n":"sys","v":120},{"n":"dia","v":80},{"n":"user","v":1},{"n":"battery","v":9}]"""))).get(0);
        assertEquals(1, store.observations().size());
        assertEquals(
                "120 mm[Hg]",
                text(store.observations().get(0).components().get(0).value()));
        assertTrue(store.observations().get(0).provenance().simulated());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SML-001|{}",
                "SML-003|[{\"n\":\"pulse\",\"u\":\"/min\",\"v\":66}] 1",
                "SML-004|[]",
                "SML-004|[1]",
                "SML-005|[{\"n\":\"pulse\",\"n\":\"pulse\"}]",
                "SML-006|[{\"n\":\"pulse\",\"u\":\"/min\",\"v\":\"66\"}]",
                "SML-007|[{\"n\":\"pulse\",\"u\":\"/min\",\"v\":1e999999999}]",
                "SML-008|[{\"n\":\"pulse\",\"u\":\"/min\",\"v\":66,\"maybe_\":1}]",
                "SML-010|[{\"bver\":11,\"n\":\"pulse\",\"u\":\"/min\",\"v\":66}]",
                "SML-011|[{\"u\":\"/min\",\"v\":66}]",
                "SML-012|[{\"n\":\"pulse\",\"u\":\"/min\",\"v\":66,\"vb\":true}]",
                "SML-012|[{\"n\":\"pulse\",\"u\":\"/min\"}]",
                "SML-020|[{\"n\":\"systolic\",\"v\":120}]",
                "SML-020|[{\"n\":\"pulse\",\"u\":\"kPa\",\"v\":66}]",
                "SML-021|[{\"n\":\"pulse\",\"u\":\"/min\",\"vs\":\"fast\"}]",
                "SML-021|[{\"n\":\"slot\",\"v\":1.5}]",
                "SML-022|[{\"n\":\"pulse\",\"u\":\"/min\",\"v\":66},{\"n\":\"pulse\",\"u\":\"/min\",\"v\":67}]",
                "SML-023|[{\"n\":\"battery\",\"v\":66}]",
                "SML-025|[{\"n\":\"pulse\",\"u\":\"/min\",\"v\":66,\"t\":1e15}]",
            })
    void whatIsNotAUsablePackIsRefusedWhole(String code, String pack) {
        List<DriverAction> actions = protocol.on(Packs.received(Packs.json(pack)));
        assertEquals(
                code, assertInstanceOf(Reject.class, actions.get(0)).error().code());
        assertEquals(new Acknowledge(new DeliveryId(7), Acknowledgement.MALFORMED), actions.get(1));
    }

    @Test
    void extensionsAreReadOverUnlessTheyMustBeUnderstood() {
        assertEquals(1, stored(Packs.json("""
                [{"n":"pulse","u":"/min","v":66,"vendor":{"deep":[1,2]}}]""")).size());
    }

    @Test
    void aPackInAnothersNameIsRefused() {
        DeviceProtocol strict = Packs.protocol(Map.of("baseName", "urn:dev:os:32473-CP-0002:"));
        Reject reject = (Reject) strict.on(Packs.received(Packs.JSON)).get(0);
        assertEquals("SML-024", reject.error().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"map.sys=systolic", "map.sys=mdc:150021", "simulated=yes", "mapp.sys=slot"})
    void anOptionThatMeansNothingIsRefused(String option) {
        String[] parts = option.split("=", -1);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Packs.protocol(Map.of(parts[0], parts[1])));
        assertTrue(refused.getMessage().startsWith("SML-03"), refused.getMessage());
    }

    private List<Observation> stored(Bytes pack) {
        DriverAction first = protocol.on(Packs.received(pack)).get(0);
        return assertInstanceOf(Store.class, first, first.toString()).observations();
    }

    private static String text(ObservationValue value) {
        return ((NumericValue) value).quantity().toString();
    }
}
