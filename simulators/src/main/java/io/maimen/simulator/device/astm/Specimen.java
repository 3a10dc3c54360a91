package io.maimen.simulator.device.astm;

import io.maimen.simulator.journal.JournalEntry.OfferedResult;
import java.time.Instant;
import java.util.List;

/**
 * One specimen and what was measured in it.
 *
 * @param id the analyser's number for it, 1 to 64 ASCII characters
 * @param results in the order in which they are sent, 1 or more
 * @param completed when the measurements ended; kept to the second
 */
record Specimen(String id, List<TestResult> results, Instant completed) {
    Specimen {
        results = List.copyOf(results);
    }

    /** How many results are critical: each raises one alert. */
    int alertRules() {
        return (int) results.stream().filter(TestResult::critical).count();
    }

    List<OfferedResult> offered() {
        return results.stream()
                .map(result ->
                        new OfferedResult(result.assay().code(), result.value().toPlainString(), Assay.UNIT))
                .toList();
    }
}
