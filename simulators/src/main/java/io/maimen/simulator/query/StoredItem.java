package io.maimen.simulator.query;

import io.maimen.observation.SampleGap;
import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.match.Content;
import io.maimen.simulator.match.Stored;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An item of {@code /api/devices/{id}/readings}, as the comparison wants it. Stateless. */
final class StoredItem {
    /** What the server concludes from an ECG was offered by no device. */
    private static final String CONCLUDED = "ecg-analysis ";

    private StoredItem() {}

    /** One thing for a block or a result, one for each part of a panel. */
    static List<Stored> read(JsonObject item) {
        if (item.getString("driver", "").startsWith(CONCLUDED)) {
            return List.of();
        }
        Optional<String> patient =
                Optional.ofNullable(item.getJsonObject("patient")).map(who -> who.getString("id"));
        return contents(item).map(content -> new Stored(content, patient)).toList();
    }

    private static Stream<Content> contents(JsonObject item) {
        DeviceId device = DeviceId.parse(item.getString("device"));
        boolean simulated = item.getBoolean("simulated");
        if ("block".equals(item.getString("kind"))) {
            return Stream.of(block(item, device, simulated));
        }
        JsonArray components = item.getJsonArray("components", new JsonArray());
        Stream<JsonObject> parts =
                components.isEmpty() ? Stream.of(item) : components.stream().map(JsonObject.class::cast);
        String key = key(item);
        return parts.map(part ->
                Content.result(device, key, part.getString("code"), value(part), part.getString("unit"), simulated));
    }

    private static Content block(JsonObject item, DeviceId device, boolean simulated) {
        return Content.block(
                device,
                item.getLong("stream") + "/" + item.getLong("sequence"),
                item.getLong("firstSample"),
                item.getInteger("count"),
                gaps(item),
                item.getString("samplesSha256"),
                simulated);
    }

    private static String key(JsonObject item) {
        return Optional.ofNullable(item.getString("specimen"))
                .orElseGet(() -> JournalEntry.pressureKey(
                        Optional.ofNullable(item.getInteger("slot")), Instant.parse(item.getString("measuredAt"))));
    }

    private static String value(JsonObject part) {
        String comparator = Optional.ofNullable(part.getString("comparator"))
                .filter(sign -> !"=".equals(sign))
                .orElse("");
        return comparator + part.getString("value");
    }

    private static List<SampleGap> gaps(JsonObject block) {
        return block.getJsonArray("gaps").stream()
                .map(JsonObject.class::cast)
                .map(gap -> new SampleGap(gap.getInteger("start"), gap.getInteger("length")))
                .toList();
    }
}
