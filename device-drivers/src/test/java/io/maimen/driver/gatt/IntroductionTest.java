package io.maimen.driver.gatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Read;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Bytes;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.FrameField;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.time.ClockCorrection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every device of the SIG's services is asked before it is listened to. */
class IntroductionTest {
    private static final Channel TEMPERATURE = Characteristic.TEMPERATURE_MEASUREMENT;
    /** 36.6 Cel at 2024-01-30 12:00:00. */
    private static final String READING = "02 6E0100FF E807 01 1E 0C0000";

    private final HealthDevice thermometer = new HealthDevice(new ThermometerDriver(), "connection-1");

    @Test
    void aDeviceIsAskedWhoItIsItsBatteryAndItsClock() {
        assertEquals(
                List.of(
                        new Read(Characteristic.MODEL_NUMBER),
                        new Read(Characteristic.MANUFACTURER_NAME),
                        new Read(Characteristic.FIRMWARE_REVISION),
                        new Read(Characteristic.BATTERY_LEVEL),
                        new Read(Characteristic.CURRENT_TIME)),
                thermometer.on(new Connected(HealthDevice.NOW)));
    }

    @Test
    void whatItSaysOfItselfIsKeptWithItsNames() {
        List<DriverAction> actions = thermometer.introduces(Map.of(
                Characteristic.MANUFACTURER_NAME, "41434D4500", // ACME, padded with a zero
                Characteristic.FIRMWARE_REVISION, "312E32")); // 1.2
        Store facts = assertInstanceOf(Store.class, actions.get(0));
        assertEquals(
                List.of("manufacturer name ACME", "firmware revision 1.2"),
                facts.rawFrames().stream()
                        .flatMap(frame -> frame.fields().stream())
                        .map(field -> field.name() + " " + field.value())
                        .toList());
        assertEquals(List.of(), facts.observations());
        assertInstanceOf(Subscribe.class, actions.get(1));
        assertEquals(List.of(), thermometer.on(new NotStored(facts.storeId(), "disk full")), "asked again next time");
    }

    @Test
    void aBatteryIsAnObservationOfTheDevice() {
        Observation battery = battery("57");
        assertEquals(Nomenclature.BATTERY_CHARGE, battery.type());
        assertEquals("87 %", ((NumericValue) battery.value()).quantity().toString());
    }

    /** 101 to 255 are reserved. */
    @ParameterizedTest
    @ValueSource(strings = {"65", "FF"})
    void aBatteryOfMoreThanAHundredPercentIsAReason(String level) {
        assertEquals(new AbsentValue(DataAbsentReason.ERROR), battery(level).value());
    }

    private Observation battery(String level) {
        Store facts = assertInstanceOf(
                Store.class,
                thermometer
                        .introduces(Map.of(Characteristic.BATTERY_LEVEL, level))
                        .get(0));
        return facts.observations().get(0);
    }

    /** 12:41 is right, and the thermometer shows 10:41: what it took at 10:00 was at noon. */
    @Test
    void aClockThatIsTwoHoursLateIsSetAndItsReadingsAreCorrected() {
        List<DriverAction> actions =
                thermometer.introduces(Map.of(Characteristic.CURRENT_TIME, "E807 01 1E 0A2900 02 00 00")); // 10:41
        assertEquals(
                new Write(
                        Characteristic.CURRENT_TIME,
                        Bytes.of(CuffBytes.hex("E807 01 1E 0C2900 02 00 02"))), // 12:41, Tuesday, set from outside
                actions.get(1));
        Observation early = thermometer
                .measures(TEMPERATURE, READING.replace("0C0000", "0A0000")) // 10:00 by its clock
                .get(0);
        assertEquals(
                new ClockCorrection(Duration.ofHours(2), ClockCorrection.Reason.COMPARED_IN_SESSION),
                early.timing().correction().orElseThrow());
        assertEquals(Instant.parse("2024-01-30T04:00:00Z"), early.timing().measuredAt());
    }

    /** A reading by the clock as it was before somebody set it would come from the future. */
    @Test
    void noCorrectionMovesAReadingPastItsReceiving() {
        thermometer.introduces(Map.of(Characteristic.CURRENT_TIME, "E807 01 1E 0A2900 02 00 00"));
        Observation noon = thermometer.measures(TEMPERATURE, READING).get(0);
        assertTrue(noon.timing().correction().isEmpty());
    }

    /** Right to the minute, and never set at all. */
    @ParameterizedTest
    @ValueSource(strings = {"E807 01 1E 0C2830 02 00 00", "D007 01 01 000500 06 00 00", "0000 00 00 000000 00 00 00"})
    void aClockThatIsRightOrWasNeverSetCorrectsNothing(String shown) {
        thermometer.introduces(Map.of(Characteristic.CURRENT_TIME, shown));
        assertTrue(thermometer
                .measures(TEMPERATURE, READING)
                .get(0)
                .timing()
                .correction()
                .isEmpty());
    }

    @Test
    void aClockThatCannotBeSetIsLeftAlone() {
        thermometer.introduces(Map.of(Characteristic.CURRENT_TIME, "E807 01 1E 0C2900 02 00 00"));
        assertEquals(List.of(), thermometer.on(new WriteFailed(Characteristic.CURRENT_TIME, "not permitted")));
        assertEquals(1, thermometer.measures(TEMPERATURE, READING).size());
    }

    @Test
    void theFieldsOfAClockAreShownWhereTheyStand() {
        Store facts = assertInstanceOf(
                Store.class,
                thermometer
                        .introduces(Map.of(Characteristic.CURRENT_TIME, "E807 01 1E 0C2900 02 00 00"))
                        .get(0));
        List<FrameField> fields = facts.rawFrames().get(0).fields();
        assertEquals("date time", fields.get(0).name());
        assertEquals("2024-01-30 12:41:00", fields.get(0).value());
    }
}
