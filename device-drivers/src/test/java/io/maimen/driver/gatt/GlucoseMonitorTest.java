package io.maimen.driver.gatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction.Read;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A continuous glucose monitor: its records count minutes from the session's start. */
class GlucoseMonitorTest {
    private static final Channel RECORDS = Characteristic.MONITOR_MEASUREMENT;
    /** 2024-01-30 10:00:00, UTC+8 in steps of 15 minutes, standard time. */
    private static final String SESSION = "E807 01 1E 0A0000 20 00";
    /** Two records of six bytes: 120 mg/dL after 30 minutes, 119 mg/dL after 35. */
    private static final String TWO = "06 00 7800 1E00" + "06 00 7700 2300";

    private final HealthDevice monitor = new HealthDevice(new GlucoseMonitorDriver(), "connection-1");

    @Test
    void theSessionsStartIsReadBeforeAnythingIsAskedFor() {
        assertEquals(List.of(new Read(Characteristic.MONITOR_SESSION_START)), monitor.connects());
        assertInstanceOf(
                Subscribe.class,
                monitor.sends(Characteristic.MONITOR_SESSION_START, SESSION).get(0));
    }

    @Test
    void eachRecordOfANotificationIsAMeasurementOfItsMinute() {
        monitor.sends(Characteristic.MONITOR_SESSION_START, SESSION);
        List<Observation> measured = monitor.measures(RECORDS, TWO);
        assertEquals(
                List.of("120", "119"),
                measured.stream()
                        .map(one ->
                                ((NumericValue) one.value()).quantity().value().toPlainString())
                        .toList());
        assertEquals(
                Instant.parse("2024-01-30T02:35:00Z"), measured.get(1).timing().measuredAt());
    }

    @Test
    void theMonitorsOwnZoneCountsAndDaylightSavingWithIt() {
        monitor.sends(Characteristic.MONITOR_SESSION_START, "E807 01 1E 0A0000 24 04"); // UTC+9, one hour of summer
        assertEquals(
                Instant.parse("2024-01-30T00:30:00Z"),
                monitor.measures(RECORDS, TWO).get(0).timing().measuredAt());
        HealthDevice unknown = new HealthDevice(new GlucoseMonitorDriver(), "connection-1");
        unknown.sends(Characteristic.MONITOR_SESSION_START, "E807 01 1E 0A0000 80 FF"); // both unknown: as at the place
        assertEquals(
                Instant.parse("2024-01-30T02:30:00Z"),
                unknown.measures(RECORDS, TWO).get(0).timing().measuredAt());
    }

    @Test
    void withoutASessionTheReceiveTimeStands() {
        monitor.on(new WriteFailed(Characteristic.MONITOR_SESSION_START, "not offered"));
        List<Observation> measured = monitor.measures(RECORDS, TWO);
        assertEquals(
                Set.of(MeasurementStatus.DEVICE_CLOCK_UNSET, MeasurementStatus.POSSIBLY_THE_SAME),
                measured.get(0).statuses());
        assertEquals(2, measured.stream().map(Observation::id).distinct().count());
    }

    @Test
    void aRecordWithABrokenCrcIsPutAside() {
        String good = "08 00 0C10 0600 596F"; // CRC 6F59 of the six bytes before it
        assertEquals(1, monitor.measures(RECORDS, good).size());
        Reject broken = assertInstanceOf(
                Reject.class, monitor.sends(RECORDS, "08 00 0C10 0600 586F").get(0));
        assertEquals("GATT-007", broken.error().code());
    }

    @Test
    void aRecordOfAnotherLengthThanItsFlagsDemandIsPutAside() {
        for (String wrong : List.of("05 00 7800 1E", "07 00 7800 1E00 00", "06 01 7800 1E00", "09 00 7800 1E00")) {
            assertInstanceOf(Reject.class, monitor.sends(RECORDS, wrong).get(0), wrong);
        }
    }
}
