package io.maimen.ingest.query;

import io.maimen.observation.Observation;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.fact.ObservedFact;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A Block of docs/api.md. Stateless. */
final class BlockJson {
    private BlockJson() {}

    /** Without the samples, which a program checks by their hash. */
    static JsonObject of(ObservedFact fact, SampledValue block) {
        Observation observation = fact.observation();
        JsonArray gaps = new JsonArray();
        block.gaps()
                .forEach(gap ->
                        gaps.add(new JsonObject().put("start", gap.start()).put("length", gap.length())));
        return new JsonObject()
                .put("kind", "block")
                .put("observationId", observation.id().hex())
                .put("device", observation.source().device().toString())
                .put("stream", block.position().stream())
                .put("sequence", block.position().sequence())
                .put("firstSample", block.position().firstSample())
                .put("count", block.samples().size())
                .put("rateHz", block.rateHz())
                .put("scale", block.scale())
                .put("unit", block.unit().code())
                .put("code", observation.type().toString())
                .put("display", DisplayJson.of(observation.type()))
                .put("start", JsonTime.of(observation.timing().measuredAt()))
                .put("samplesSha256", sha256(block.samples()))
                .put("gaps", gaps)
                .put(
                        "receivedAt",
                        JsonTime.of(observation.timing().receiveTime().instant()))
                .put("gateway", fact.gateway().value())
                .put("simulated", observation.provenance().simulated());
    }

    static JsonObject withSamples(ObservedFact fact, SampledValue block) {
        JsonArray samples = new JsonArray();
        block.samples().stream().forEach(samples::add);
        return of(fact, block).put("samples", samples);
    }

    /** Hex of the SHA-256 of the samples as big-endian 32-bit integers. */
    private static String sha256(Samples samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.size() * Integer.BYTES);
        samples.stream().forEach(bytes::putInt);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
