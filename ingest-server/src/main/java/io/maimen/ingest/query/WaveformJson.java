package io.maimen.ingest.query;

import io.maimen.ingest.series.StoredObservation;
import io.maimen.observation.Observation;
import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A strip with its gaps named: a viewer draws a line only where there were samples. Confined to one thread. */
final class WaveformJson {
    private final JsonArray blocks = new JsonArray();
    private final JsonArray gaps = new JsonArray();
    private SampledValue before;
    private Instant beforeEnd;

    private WaveformJson() {}

    /** Blocks in the order of their start. */
    static JsonObject of(List<StoredObservation> blocks) {
        WaveformJson waveform = new WaveformJson();
        blocks.forEach(waveform::add);
        return new JsonObject().put("blocks", waveform.blocks).put("gaps", waveform.gaps);
    }

    private void add(StoredObservation stored) {
        Observation observation = stored.fact().observation();
        if (!(observation.value() instanceof SampledValue block)) {
            throw new IllegalStateException("a strip is made of blocks but was given " + observation.id());
        }
        Instant start = observation.timing().measuredAt();
        if (before != null) {
            between(block, start);
        }
        blocks.add(BlockJson.withSamples(stored.fact(), block));
        for (SampleGap gap : block.gaps()) {
            Instant from = start.plus(samples(gap.start(), block.rateHz()));
            gap(from, from.plus(samples(gap.length(), block.rateHz())), "lead-off");
        }
        before = block;
        beforeEnd = start.plus(block.length());
    }

    /** Within a stream the device's own count decides; two clock readings never fit to the sample. */
    private void between(SampledValue block, Instant start) {
        if (block.position().stream() != before.position().stream()) {
            gap(beforeEnd, start, "stream-restarted");
        } else if (block.position().firstSample()
                > before.position().firstSample() + before.samples().size()) {
            gap(beforeEnd, start, "not-received");
        }
    }

    private void gap(Instant from, Instant to, String reason) {
        if (from.isBefore(to)) {
            gaps.add(new JsonObject()
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
