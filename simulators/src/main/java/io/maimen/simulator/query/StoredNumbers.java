package io.maimen.simulator.query;

import io.maimen.simulator.match.StoredValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers in an item of {@code /api/devices/{id}/readings}. Stateless. */
final class StoredNumbers {
    private StoredNumbers() {}

    /** Its own and those of its parts, or one for each sample with a signal; words, codes and values that are absent are none. */
    static Stream<StoredValue> of(JsonObject item) {
        boolean simulated = item.getBoolean("simulated");
        if ("block".equals(item.getString("kind"))) {
            StoredValue sample =
                    new StoredValue(item.getString("code"), StoredValue.SAMPLE, item.getString("unit"), simulated);
            return Collections.nCopies(item.getInteger("count") - withoutSignal(item), sample).stream();
        }
        JsonArray components = item.getJsonArray("components", new JsonArray());
        return Stream.concat(Stream.of(item), components.stream().map(JsonObject.class::cast))
                .flatMap(part -> number(part, simulated).stream());
    }

    private static int withoutSignal(JsonObject block) {
        return block.getJsonArray("gaps").stream()
                .mapToInt(gap -> ((JsonObject) gap).getInteger("length"))
                .sum();
    }

    private static Optional<StoredValue> number(JsonObject part, boolean simulated) {
        if (!(part.getValue("value") instanceof String value) || !(part.getValue("unit") instanceof String unit)) {
            return Optional.empty();
        }
        String comparator = part.getString("comparator", "=");
        return Optional.of(new StoredValue(
                part.getString("code"), (comparator.equals("=") ? "" : comparator) + value, unit, simulated));
    }
}
