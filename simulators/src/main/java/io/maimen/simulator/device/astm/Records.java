package io.maimen.simulator.device.astm;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A specimen's message as records without their CR. Source: LIS02-A2; docs/devices/astm-analyser.md, "Records".
 * Immutable.
 *
 * @param place whose wall clock the analyser shows
 */
record Records(String serial, String operator, ZoneId place) {
    static final int INDEX_OF_ORDER = 2;
    private static final DateTimeFormatter WALL_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /** Header, patient, order, one record a result, terminator: result n (from 0) is record {@code n + 3}. */
    List<String> of(Specimen specimen, Instant sentAt) {
        List<String> records = new ArrayList<>();
        records.add(header(sentAt));
        records.add("P|1");
        records.add("O|1|" + specimen.id() + "||"
                + specimen.results().stream()
                        .map(result -> "^^^" + result.assay())
                        .collect(Collectors.joining("\\")));
        for (int i = 0; i < specimen.results().size(); i++) {
            records.add(result(i + 1, specimen.results().get(i), specimen.completed()));
        }
        records.add("L|1|N");
        return records;
    }

    /** T: training. What a simulator sends is marked as simulated, always. */
    String header(Instant sentAt) {
        return "H|\\^&|||Maimen^POCT-1^" + serial + "|||||||T|LIS02-A2|" + wallTime(sentAt);
    }

    /** The index of result {@code n}, from 0, among the records. */
    static int indexOfResult(int n) {
        return n + 3;
    }

    private String result(int sequence, TestResult result, Instant completed) {
        return "R|" + sequence + "|^^^" + result.assay() + "|" + result.value().toPlainString() + "|" + Assay.UNIT
                + "||" + result.flag() + "||F||" + operator + "||" + wallTime(completed);
    }

    private String wallTime(Instant instant) {
        return WALL_TIME.format(instant.atZone(place));
    }
}
