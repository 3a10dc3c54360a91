package io.maimen.simulator.demo;

import io.maimen.simulator.match.AlertLatencies;
import io.maimen.simulator.match.AlertLatencies.Subject;
import io.maimen.simulator.match.Comparison;
import io.maimen.simulator.match.Tally;
import io.maimen.simulator.match.TallyJson;
import io.maimen.simulator.match.ValueComparison;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How the demo went.
 *
 * @param values of the devices of families
 * @param alerts events of different alerts that came
 * @param missing specimens and patients whose readings were taken, must raise an alert, and raised none
 * @param transport of a device, by its name
 */
record DemoReport(
        Comparison comparison,
        ValueComparison values,
        int alerts,
        AlertLatencies latencies,
        Set<Subject> missing,
        UnaryOperator<String> transport) {
    /** With devices of families alone there is nothing else that could be taken. */
    boolean holds() {
        boolean familiesAlone =
                comparison.devices().isEmpty() && !values.devices().isEmpty();
        return (familiesAlone || comparison.total().holds()) && values.holds() && missing.isEmpty();
    }

    List<String> findings() {
        return Stream.of(
                        comparison.findings().stream(),
                        values.findings().stream(),
                        missing.stream().map(subject -> "no alert for " + subject))
                .flatMap(Function.identity())
                .toList();
    }

    String text() {
        Tally total = comparison.total();
        return "offered " + total.offered() + ", taken " + total.taken() + ", stored " + total.stored() + " · alerts "
                + alerts;
    }

    String json() {
        Tally total = comparison.total();
        return new JsonObject()
                .put("offered", total.offered())
                .put("taken", total.taken())
                .put("stored", total.stored())
                .put("lost", total.lost())
                .put("duplicated", total.duplicated())
                .put("wrongPatient", total.wrongPatient())
                .put("lostInTransportWindow", total.lostInTransportWindow())
                .put("alerts", alerts)
                .put(
                        "alertLatencyMs",
                        new JsonObject()
                                .put("n", latencies.sorted().size())
                                .put("p50", latencies.percentileMs(50))
                                .put("p99", latencies.percentileMs(99)))
                .put("byTransport", TallyJson.each(comparison.by(transport)))
                .put("devices", devices())
                .encode();
    }

    private JsonObject devices() {
        JsonObject devices = TallyJson.each(comparison.devices());
        values.devices()
                .forEach((name, count) -> devices.put(
                        name,
                        new JsonObject()
                                .put("measured", count.measured())
                                .put("owed", count.owed())
                                .put("stored", count.stored())));
        return devices;
    }
}
