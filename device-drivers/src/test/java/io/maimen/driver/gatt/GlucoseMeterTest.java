package io.maimen.driver.gatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.observation.Bytes;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.code.Nomenclature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A glucose meter with stored records, and what is written to it. */
class GlucoseMeterTest {
    private static final Channel RECORDS = Characteristic.GLUCOSE_MEASUREMENT;
    private static final Channel CONTROL_POINT = Characteristic.RECORD_ACCESS_CONTROL_POINT;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String RECORD = "0B" // time offset, concentration in kg/L, status
            + "0F00" // sequence number 15
            + "E807 01 1E 05 3A 1B" // base time 2024-01-30 05:58:27
            + "5301" // 339 minutes later
            + "6FB0" // 111 * 10^-5 kg/L
            + "12" // capillary plasma, from the finger
            + "0000"; // nothing to doubt

    private final HealthDevice meter = new HealthDevice(new GlucoseMeterDriver(), "connection-1");

    @BeforeEach
    void connect() {
        assertEquals(
                List.of(
                        new Subscribe(RECORDS, SubscribeMode.NOTIFY),
                        new Subscribe(Characteristic.GLUCOSE_CONTEXT, SubscribeMode.NOTIFY),
                        new Subscribe(CONTROL_POINT, SubscribeMode.INDICATE),
                        write("0401"),
                        new Wake(PATIENCE)),
                meter.connects(),
                "listened to before it is asked: it would answer nobody");
    }

    @Test
    void recordsAreCountedThenFetchedThenDone() {
        assertEquals(List.of(write("0101"), new Wake(PATIENCE)), meter.sends(CONTROL_POINT, "0500 0100"));
        assertEquals(1, meter.measures(RECORDS, RECORD).size());
        assertEquals(List.of(), meter.sends(CONTROL_POINT, "0600 0101"));
        assertEquals(
                List.of(),
                meter.on(new Elapsed(HealthDevice.NOW.plus(PATIENCE.multipliedBy(2)))).stream()
                        .filter(action -> !(action instanceof Store))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "all, 0101",
        "last, 0106",
        "300, 0103 01 2C01", // by sequence number, from 300 on
    })
    void theRecordsThatAreWantedAreAskedFor(String records, String request) {
        HealthDevice asked = new HealthDevice(new GlucoseMeterDriver(), "connection-1", Map.of("records", records));
        asked.connects();
        assertEquals(write(request), asked.sends(CONTROL_POINT, "0500 0200").get(0));
    }

    @Test
    void recordsThatNobodyCouldWantAreRefusedBeforeTheMeterConnects() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new HealthDevice(new GlucoseMeterDriver(), "c", Map.of("records", "newest")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0500 0000", "0600 0406"})
    void aMeterWithoutRecordsIsLeftInPeace(String none) {
        assertEquals(List.of(), meter.sends(CONTROL_POINT, none));
    }

    @Test
    void aMeterThatCannotCountIsAskedForItsRecordsAllTheSame() {
        assertEquals(List.of(write("0101"), new Wake(PATIENCE)), meter.sends(CONTROL_POINT, "0600 0402"));
    }

    @Test
    void aMeterThatCannotReportIsLetGo() {
        meter.sends(CONTROL_POINT, "0500 0100");
        assertInstanceOf(Close.class, meter.sends(CONTROL_POINT, "0600 0108").get(0));
    }

    @Test
    void aMeterThatFallsSilentIsToldToStop() {
        meter.sends(CONTROL_POINT, "0500 0200");
        List<DriverAction> actions = meter.on(new Elapsed(HealthDevice.NOW.plus(PATIENCE)));
        assertEquals(write("0300"), actions.get(0));
        assertTrue(assertInstanceOf(Close.class, actions.get(1)).reason().startsWith("GATT-013"));
    }

    @Test
    void aRecordIsGlucoseInItsFluidAtTheTimeTheMeterShowed() {
        Observation glucose = meter.measures(RECORDS, RECORD).get(0);
        assertEquals(Nomenclature.GLUCOSE_CAPILLARY_PLASMA, glucose.type());
        assertEquals("111 mg/dL", text(glucose));
        assertEquals(Instant.parse("2024-01-30T03:37:27Z"), glucose.timing().measuredAt());
        assertEquals(Set.of(), glucose.statuses());
    }

    @Test
    void molesPerLitreBecomeMillimolesWithTheSameDigits() {
        Observation glucose =
                meter.measures(RECORDS, "06 0100 E807 01 1E 05 3A 1B 3DD0 11").get(0); // 61 * 10^-3 mol/L
        assertEquals("61 mmol/L", text(glucose));
        assertEquals(Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, glucose.type());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FA", "42"})
    void controlSolutionIsNobodysResult(String typeAndLocation) {
        Observation control = meter.measures(RECORDS, "02 0100 E807 01 1E 05 3A 1B 6FB0" + typeAndLocation)
                .get(0);
        assertEquals(Nomenclature.GLUCOSE_CONTROL, control.type());
        assertEquals(Set.of(MeasurementStatus.QUALITY_CONTROL), control.statuses());
    }

    @Test
    void aRecordWithoutAConcentrationIsKeptAndMeasuresNothing() {
        assertEquals(List.of(), meter.measures(RECORDS, "00 0100 E807 01 1E 05 3A 1B"));
    }

    @Test
    void aRecordWaitsForItsContext() {
        String announced = "1B" + RECORD.substring(2);
        assertEquals(List.of(), meter.sends(RECORDS, announced));
        Store store = assertInstanceOf(
                Store.class,
                meter.sends(Characteristic.GLUCOSE_CONTEXT, "02 0F00 02").get(0)); // after a meal
        assertEquals(2, store.rawFrames().size());
        assertEquals(2, store.observations().get(0).provenance().rawFrames().size());
    }

    @Test
    void aContextThatNeverComesCostsNoRecord() {
        String announced = "1B" + RECORD.substring(2);
        meter.sends(RECORDS, announced);
        assertEquals(
                1,
                ((Store) meter.sends(CONTROL_POINT, "0600 0101").get(0))
                        .observations()
                        .size());
        meter.sends(RECORDS, announced);
        assertEquals(
                1,
                ((Store) meter.on(new Elapsed(HealthDevice.NOW)).get(0))
                        .observations()
                        .size());
    }

    @Test
    void theSameRecordFetchedAgainIsTheSame() {
        HealthDevice again = new HealthDevice(new GlucoseMeterDriver(), "connection-2");
        again.connects();
        assertEquals(
                meter.measures(RECORDS, RECORD).get(0).id(),
                again.measures(RECORDS, RECORD).get(0).id());
    }

    private static Write write(String hex) {
        return new Write(CONTROL_POINT, Bytes.of(CuffBytes.hex(hex)));
    }

    private static String text(Observation observation) {
        NumericValue value = assertInstanceOf(NumericValue.class, observation.value());
        return value.quantity().value().toPlainString() + " " + value.quantity().unit();
    }
}
