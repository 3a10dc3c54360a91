package io.maimen.ingest.query;

import io.maimen.ingest.ecg.StripAnalysis;
import io.maimen.ingest.series.StoredObservation;
import io.maimen.observation.Observation;
import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.code.ObservationCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A strip with its gaps named: a viewer draws a line only where there were samples. Confined to one thread. */
final class WaveformJson {
    private final JsonArray blocks = new JsonArray();
    private final JsonArray gaps = new JsonArray();
    private final Map<ObservationCode, Last> lasts = new HashMap<>();

    /** The newest block of a lead so far, and when it ends. */
    private record Last(SampledValue block, Instant end) {}

    private WaveformJson() {}

    /** Blocks in the order of their start, and what they show. */
    static JsonObject of(List<StoredObservation> blocks, StripAnalysis analysis) {
        WaveformJson waveform = new WaveformJson();
        blocks.forEach(waveform::add);
        return new JsonObject()
                .put("blocks", waveform.blocks)
                .put("gaps", waveform.gaps)
                .put(
                        "beats",
                        new JsonArray(analysis.beats().stream()
                                .map(WaveformJson::beat)
                                .toList()))
                .put(
                        "doubts",
                        new JsonArray(analysis.doubts().stream()
                                .map(WaveformJson::doubt)
                                .toList()));
    }

    private static JsonObject beat(StripAnalysis.LeadBeat beat) {
        return new JsonObject()
                .put("code", beat.lead().toString())
                .put("at", JsonTime.of(beat.at()))
                .put("class", word(beat.beatClass()));
    }

    private static JsonObject doubt(StripAnalysis.Doubt doubt) {
        return new JsonObject()
                .put("code", doubt.lead().toString())
                .put("from", JsonTime.of(doubt.from()))
                .put("to", JsonTime.of(doubt.to()))
                .put("quality", word(doubt.quality()))
                .put("reason", word(doubt.reason()));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void add(StoredObservation stored) {
        Observation observation = stored.fact().observation();
        if (!(observation.value() instanceof SampledValue block)) {
            throw new IllegalStateException("a strip is made of blocks but was given " + observation.id());
        }
        Instant start = observation.timing().measuredAt();
        String lead = observation.type().toString();
        Optional.ofNullable(lasts.get(observation.type())).ifPresent(last -> between(lead, last, block, start));
        blocks.add(BlockJson.withSamples(stored.fact(), block));
        for (SampleGap gap : block.gaps()) {
            Instant from = start.plus(samples(gap.start(), block.rateHz()));
            gap(lead, from, from.plus(samples(gap.length(), block.rateHz())), "lead-off");
        }
        lasts.put(observation.type(), new Last(block, start.plus(block.length())));
    }

    /** Within a stream the device's own count decides; two clock readings never fit to the sample. */
    private void between(String lead, Last last, SampledValue block, Instant start) {
        StreamPosition before = last.block().position();
        if (block.position().stream() != before.stream()) {
            gap(lead, last.end(), start, "stream-restarted");
        } else if (block.position().firstSample()
                > before.firstSample() + last.block().samples().size()) {
            gap(lead, last.end(), start, "not-received");
        }
    }

    private void gap(String lead, Instant from, Instant to, String reason) {
        if (from.isBefore(to)) {
            gaps.add(new JsonObject()
                    .put("code", lead)
                    .put("from", JsonTime.of(from))
                    .put("to", JsonTime.of(to))
                    .put("reason", reason));
        }
    }

    private static Duration samples(int count, BigDecimal rateHz) {
        return Duration.ofNanos(BigDecimal.valueOf(count)
                .movePointRight(9)
                .divide(rateHz, 0, RoundingMode.HALF_EVEN)
                .longValueExact());
    }
}
