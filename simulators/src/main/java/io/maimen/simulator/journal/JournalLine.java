package io.maimen.simulator.journal;

import io.maimen.observation.SampleGap;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry.BlockOffered;
import io.maimen.simulator.journal.JournalEntry.Completed;
import io.maimen.simulator.journal.JournalEntry.Indicated;
import io.maimen.simulator.journal.JournalEntry.Kind;
import io.maimen.simulator.journal.JournalEntry.Offered;
import io.maimen.simulator.journal.JournalEntry.OfferedResult;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import io.maimen.simulator.journal.JournalEntry.SpecimenOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import io.maimen.simulator.journal.JournalEntry.ValueMeasured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An entry as one line of JSON, and back. Stateless. */
final class JournalLine {
    private JournalLine() {}

    static String of(JournalEntry entry) {
        JsonObject json = new JsonObject()
                .put("event", event(entry))
                .put("at", ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()))
                .put("device", entry.device().toString());
        if (entry instanceof Offered offered) {
            json.put("kind", name(offered.kind()));
        } else if (entry instanceof Taken taken) {
            json.put("kind", name(taken.kind()));
        } else if (entry instanceof Indicated indicated) {
            json.put("kind", name(indicated.kind()));
        }
        json.put("key", entry.key());
        if (entry instanceof SpecimenOffered specimen) {
            json.put("results", results(specimen.results())).put("alertRules", specimen.alertRules());
        } else if (entry instanceof PressureOffered pressure) {
            pressure.slot().ifPresent(slot -> json.put("slot", slot));
            pressure.subject().ifPresent(subject -> json.put("subject", subject));
            json.put("results", results(pressure.results())).put("alertRules", pressure.alertRules());
        } else if (entry instanceof BlockOffered block) {
            json.put("firstSample", block.firstSample())
                    .put("count", block.count())
                    .put("gaps", gaps(block))
                    .put("samplesSha256", block.samplesSha256());
        } else if (entry instanceof ValueMeasured measured) {
            json.put("code", measured.code().toString())
                    .put("value", measured.value())
                    .put("unit", measured.unit())
                    .put("owed", measured.owed());
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
            case "offered" -> offered(json, at, device, key);
            case "indicated" -> new Indicated(at, device, kind(json), key);
            case "completed" -> new Completed(at, device, key);
            case "taken" -> new Taken(at, device, kind(json), key);
            case "measured" ->
                new ValueMeasured(
                        at,
                        device,
                        ObservationCode.parse(json.getString("code")),
                        json.getString("value"),
                        json.getString("unit"),
                        json.getBoolean("owed"));
            default -> throw new IllegalArgumentException("event " + json.getString("event"));
        };
    }

    private static Offered offered(JsonObject json, Instant at, DeviceId device, String key) {
        return switch (kind(json)) {
            case SPECIMEN -> new SpecimenOffered(at, device, key, results(json), json.getInteger("alertRules"));
            case BLOCK ->
                new BlockOffered(
                        at,
                        device,
                        key,
                        json.getLong("firstSample"),
                        json.getInteger("count"),
                        gaps(json),
                        json.getString("samplesSha256"));
            case BLOOD_PRESSURE ->
                new PressureOffered(
                        at,
                        device,
                        key,
                        Optional.ofNullable(json.getInteger("slot")),
                        Optional.ofNullable(json.getString("subject")),
                        results(json),
                        json.getInteger("alertRules"));
        };
    }

    private static JsonArray results(List<OfferedResult> results) {
        JsonArray json = new JsonArray();
        results.forEach(result -> json.add(new JsonObject()
                .put("code", result.code().toString())
                .put("value", result.value())
                .put("unit", result.unit())));
        return json;
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
        if (entry instanceof Offered) {
            return "offered";
        }
        if (entry instanceof Indicated) {
            return "indicated";
        }
        if (entry instanceof ValueMeasured) {
            return "measured";
        }
        return entry instanceof Taken ? "taken" : "completed";
    }

    private static Kind kind(JsonObject json) {
        return Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
