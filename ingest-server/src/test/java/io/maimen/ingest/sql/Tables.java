package io.maimen.ingest.sql;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What tables hold, as text that can be compared. Stateless. */
public final class Tables {
    private Tables() {}

    /** Every row of every table named, in an order that does not depend on how they came there. */
    public static String content(Database database, String... tables) {
        return String.join(
                "\n",
                Stream.of(tables)
                        .flatMap(table -> rows(database, table).stream())
                        .toList());
    }

    private static List<String> rows(Database database, String table) {
        return database.reader().withHandle(handle -> handle.createQuery("SELECT * FROM " + table).mapToMap().stream()
                .map(row -> table + " " + shown(row))
                .sorted()
                .toList());
    }

    private static Map<String, String> shown(Map<String, Object> row) {
        Map<String, String> shown = new TreeMap<>();
        row.forEach((column, value) -> shown.put(
                column, value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value)));
        return shown;
    }
}
