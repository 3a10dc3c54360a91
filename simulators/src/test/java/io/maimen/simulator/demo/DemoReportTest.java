package io.maimen.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.match.AlertLatencies;
import io.maimen.simulator.match.AlertLatencies.Alert;
import io.maimen.simulator.match.AlertLatencies.Subject;
import io.maimen.simulator.match.Comparison;
import io.maimen.simulator.match.Tally;
import io.maimen.simulator.match.ValueComparison;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoReportTest {
    private static final Comparison GOOD = new Comparison(
            Map.of(
                    "serial:AN-0001", new Tally(3, 3, 3, 0, 0, 0, 0, 0),
                    "serial:ECG-0001", new Tally(60, 60, 60, 0, 0, 0, 0, 0)),
            List.of());
    private static final ValueComparison NO_VALUES = new ValueComparison(Map.of(), List.of());
    private static final AlertLatencies LATENCIES = new AlertLatencies(List.of(alert(40), alert(90)));

    @Test
    void theLineIsTheOneThatIsAskedFor() {
        assertEquals(
                "{\"offered\":63,\"taken\":63,\"stored\":63,\"lost\":0,\"duplicated\":0,"
                        + "\"wrongPatient\":0,\"lostInTransportWindow\":0,\"alerts\":2,"
                        + "\"alertLatencyMs\":{\"n\":2,\"p50\":40,\"p99\":90},\"byTransport\":{"
                        + "\"mqtt\":{\"offered\":60,\"taken\":60,\"stored\":60},"
                        + "\"serial\":{\"offered\":3,\"taken\":3,\"stored\":3}},\"devices\":{"
                        + "\"serial:AN-0001\":{\"offered\":3,\"taken\":3,\"stored\":3},"
                        + "\"serial:ECG-0001\":{\"offered\":60,\"taken\":60,\"stored\":60}}}",
                new DemoReport(GOOD, NO_VALUES, 2, LATENCIES, Set.of(), DemoReportTest::transport).json());
    }

    @Test
    void devicesOfFamiliesAreCountedByValue() {
        ValueComparison values = new ValueComparison(Map.of("nonin", new ValueComparison.Count(9, 8, 9)), List.of());
        DemoReport alone = new DemoReport(
                new Comparison(Map.of(), List.of()), values, 0, LATENCIES, Set.of(), DemoReportTest::transport);
        assertTrue(
                alone.json().endsWith("\"devices\":{\"nonin\":{\"measured\":9,\"owed\":8,\"stored\":9}}}"),
                alone.json());
        assertTrue(alone.holds());
        ValueComparison missing = new ValueComparison(values.devices(), List.of("nonin missing mdc:150456 98 %"));
        assertFalse(new DemoReport(GOOD, missing, 2, LATENCIES, Set.of(), DemoReportTest::transport).holds());
    }

    @Test
    void anAlertThatNeverCameFailsTheDemo() {
        Set<Subject> missing = Set.of(Subject.specimen(DeviceId.serial("AN-0001"), "S-000002"));
        assertTrue(new DemoReport(GOOD, NO_VALUES, 2, LATENCIES, Set.of(), DemoReportTest::transport).holds());
        assertFalse(new DemoReport(GOOD, NO_VALUES, 2, LATENCIES, missing, DemoReportTest::transport).holds());
    }

    private static String transport(String device) {
        return device.contains("ECG") ? "mqtt" : "serial";
    }

    private static Alert alert(int latencyMs) {
        Subject subject = Subject.specimen(DeviceId.serial("AN-0001"), "S-000001");
        return new Alert(subject, Instant.parse("2026-03-04T00:15:00Z"), Duration.ofMillis(latencyMs));
    }
}
