package io.maimen.simulator.journal;

import io.maimen.observation.SampleGap;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry.BlockOffered;
import io.maimen.simulator.journal.JournalEntry.Completed;
import io.maimen.simulator.journal.JournalEntry.Kind;
import io.maimen.simulator.journal.JournalEntry.OfferedResult;
import io.maimen.simulator.journal.JournalEntry.SpecimenOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** An entry as one line of JSON, and back. Stateless. */
final class JournalLine {
    private JournalLine() {}

    static String of(JournalEntry entry) {
        JsonObject json = new JsonObject()
                .put("event", event(entry))
                .put("at", ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()))
                .put("device", entry.device().toString());
        if (entry instanceof JournalEntry.Offered offered) {
            json.put("kind", name(offered.kind()));
        } else if (entry instanceof Taken taken) {
            json.put("kind", name(taken.kind()));
        }
        json.put("key", entry.key());
        if (entry instanceof SpecimenOffered specimen) {
            JsonArray results = new JsonArray();
            specimen.results()
                    .forEach(result -> results.add(new JsonObject()
                            .put("code", result.code().toString())
                            .put("value", result.value())
                            .put("unit", result.unit())));
            json.put("results", results).put("alertRules", specimen.alertRules());
        } else if (entry instanceof BlockOffered block) {
            json.put("firstSample", block.firstSample())
                    .put("count", block.count())
                    .put("gaps", gaps(block))
                    .put("samplesSha256", block.samplesSha256());
        }
        return json.encode();
    }

    /** Refuses, with a reason, what {@link #of} does not write. */
    static JournalEntry parse(String line) {
        JsonObject json = new JsonObject(line);
        Instant at = Instant.EPOCH.plus(json.getLong("at"), ChronoUnit.MICROS);
        DeviceId device = DeviceId.parse(json.getString("device"));
        String key = json.getString("key");
        return switch (json.getString("event")) {
            case "offered" ->
                kind(json) == Kind.SPECIMEN
                        ? new SpecimenOffered(at, device, key, results(json), json.getInteger("alertRules"))
                        : new BlockOffered(
                                at,
                                device,
                                key,
                                json.getLong("firstSample"),
                                json.getInteger("count"),
                                gaps(json),
                                json.getString("samplesSha256"));
            case "completed" -> new Completed(at, device, key);
            case "taken" -> new Taken(at, device, kind(json), key);
            default -> throw new IllegalArgumentException("event " + json.getString("event"));
        };
    }

    private static List<OfferedResult> results(JsonObject json) {
        return json.getJsonArray("results").stream()
                .map(JsonObject.class::cast)
                .map(result -> new OfferedResult(
                        ObservationCode.parse(result.getString("code")),
                        result.getString("value"),
                        result.getString("unit")))
                .toList();
    }

    private static JsonArray gaps(BlockOffered block) {
        JsonArray gaps = new JsonArray();
        block.gaps()
                .forEach(gap ->
                        gaps.add(new JsonObject().put("start", gap.start()).put("length", gap.length())));
        return gaps;
    }

    private static List<SampleGap> gaps(JsonObject json) {
        return json.getJsonArray("gaps").stream()
                .map(JsonObject.class::cast)
                .map(gap -> new SampleGap(gap.getInteger("start"), gap.getInteger("length")))
                .toList();
    }

    private static String event(JournalEntry entry) {
        if (entry instanceof JournalEntry.Offered) {
            return "offered";
        }
        return entry instanceof Taken ? "taken" : "completed";
    }

    private static Kind kind(JsonObject json) {
        return Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT));
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
