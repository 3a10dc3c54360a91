package io.maimen.ingest.series.embedded;

import io.maimen.ingest.series.DeviceKind;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.ingest.sql.ObservationColumn;
import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.fact.RawFrameFact;
import io.maimen.observation.wire.FrameFieldsCodec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Writes facts within one transaction. Every statement says ON CONFLICT: a fact that comes again changes nothing, which is
 * what makes the reader idempotent.
 */
final class FactWriter {
    private static final String INSERT_READING =
            "INSERT INTO reading (observation_id, entry, device, measured_us, gateway, envelope,"
                    + " item_index, admitted_us, observation)"
                    + " VALUES (:id, :entry, :device, :measured, :gateway, :envelope, :index, :admitted, :observation)"
                    + " ON CONFLICT (observation_id) DO NOTHING";
    private static final String INSERT_BLOCK = "INSERT INTO block (observation_id, entry, device, stream, sequence,"
            + " first_sample, sample_count, gap_samples, rate_hz, min_sample, max_sample, start_us, end_us, gateway,"
            + " envelope, item_index, admitted_us, observation)"
            + " VALUES (:id, :entry, :device, :stream, :sequence, :first, :count, :gap, :rate, :min, :max, :measured,"
            + " :end, :gateway, :envelope, :index, :admitted, :observation)"
            + " ON CONFLICT (observation_id) DO NOTHING";
    private static final String INSERT_FRAME = "INSERT INTO frame (sha256, bytes, received_us, fields, gateway,"
            + " admitted_us)"
            + " VALUES (:sha256, :bytes, :received, :fields, :gateway, :admitted) ON CONFLICT (sha256) DO NOTHING";
    private static final String INSERT_ENVELOPE =
            "INSERT INTO envelope (sha256, gateway, lane, item_digests, signature, key_id, admitted_us)"
                    + " VALUES (:sha256, :gateway, :lane, :digests, :signature, :keyId, :admitted)"
                    + " ON CONFLICT (sha256) DO NOTHING";
    private static final String INSERT_QUARANTINED =
            "INSERT INTO quarantine (gateway, sha256, item, reason, admitted_us)"
                    + " VALUES (:gateway, :sha256, :item, :reason, :admitted)"
                    + " ON CONFLICT (gateway, sha256) DO NOTHING";
    private static final String UPSERT_DEVICE = "INSERT INTO device (device, kind, gateway, simulated,"
            + " last_measured_us, last_received_us)"
            + " VALUES (:device, :kind, :gateway, :simulated, :measured, :received)"
            + " ON CONFLICT (device) DO UPDATE SET"
            + " kind = CASE WHEN excluded.kind = 'other' THEN device.kind ELSE excluded.kind END,"
            + " gateway = CASE WHEN excluded.last_received_us >= device.last_received_us"
            + " THEN excluded.gateway ELSE device.gateway END,"
            + " simulated = CASE WHEN excluded.simulated = 1 THEN 1 ELSE device.simulated END,"
            + " last_measured_us = CASE WHEN excluded.last_measured_us > device.last_measured_us"
            + " THEN excluded.last_measured_us ELSE device.last_measured_us END,"
            + " last_received_us = CASE WHEN excluded.last_received_us > device.last_received_us"
            + " THEN excluded.last_received_us ELSE device.last_received_us END";

    private static final FrameFieldsCodec FIELDS = new FrameFieldsCodec();

    private final Handle handle;
    private long nextEntry;

    FactWriter(Handle handle, long nextEntry) {
        this.handle = handle;
        this.nextEntry = nextEntry;
    }

    /** The number after the last one given; a fact that was there already takes none. */
    long nextEntry() {
        return nextEntry;
    }

    void write(Fact fact) {
        if (fact instanceof ObservedFact observed) {
            observation(observed);
        } else if (fact instanceof RawFrameFact frame) {
            frame(frame);
        } else if (fact instanceof EnvelopeFact envelope) {
            envelope(envelope);
        } else if (fact instanceof QuarantinedFact quarantined) {
            quarantined(quarantined);
        }
    }

    private void observation(ObservedFact fact) {
        Observation observation = fact.observation();
        Update insert = observation.value() instanceof SampledValue sampled
                ? block(sampled, observation.timing().measuredAt())
                : handle.createUpdate(INSERT_READING);
        int inserted = insert.bind("id", observation.id().hex())
                .bind("entry", nextEntry)
                .bind("device", observation.source().device().toString())
                .bind("measured", EpochMicros.of(observation.timing().measuredAt()))
                .bind("gateway", fact.gateway().value())
                .bind("envelope", fact.proof().map(ItemProof::envelopeSha256))
                .bind("index", fact.proof().map(ItemProof::index))
                .bind("admitted", EpochMicros.of(fact.admittedAt()))
                .bind("observation", ObservationColumn.write(fact))
                .execute();
        if (inserted == 1) {
            nextEntry++;
            device(fact);
        }
    }

    private Update block(SampledValue block, Instant start) {
        IntStream samples = block.samples().stream();
        var statistics = samples.summaryStatistics();
        return handle.createUpdate(INSERT_BLOCK)
                .bind("stream", block.position().stream())
                .bind("sequence", block.position().sequence())
                .bind("first", block.position().firstSample())
                .bind("count", block.samples().size())
                .bind("gap", block.gaps().stream().mapToInt(SampleGap::length).sum())
                .bind("rate", block.rateHz().toPlainString())
                .bind("min", statistics.getMin())
                .bind("max", statistics.getMax())
                .bind("end", EpochMicros.of(start.plus(block.length())));
    }

    private void device(ObservedFact fact) {
        Observation observation = fact.observation();
        handle.createUpdate(UPSERT_DEVICE)
                .bind("device", observation.source().device().toString())
                .bind("kind", DeviceKind.of(observation).text())
                .bind("gateway", fact.gateway().value())
                .bind("simulated", observation.provenance().simulated() ? 1 : 0)
                .bind("measured", EpochMicros.of(observation.timing().measuredAt()))
                .bind(
                        "received",
                        EpochMicros.of(observation.timing().receiveTime().instant()))
                .execute();
    }

    private void frame(RawFrameFact fact) {
        handle.createUpdate(INSERT_FRAME)
                .bind("sha256", fact.frame().ref().sha256())
                .bind("bytes", fact.frame().bytes().toArray())
                .bind("received", EpochMicros.of(fact.frame().receivedAt().instant()))
                .bind("fields", fields(fact.frame()))
                .bind("gateway", fact.gateway().value())
                .bind("admitted", EpochMicros.of(fact.admittedAt()))
                .execute();
    }

    private static Optional<byte[]> fields(RawFrame frame) {
        return frame.fields().isEmpty() ? Optional.empty() : Optional.of(FIELDS.toCbor(frame.fields()));
    }

    private void envelope(EnvelopeFact fact) {
        handle.createUpdate(INSERT_ENVELOPE)
                .bind("sha256", fact.sha256())
                .bind("gateway", fact.gateway().value())
                .bind("lane", fact.lane().text())
                .bind("digests", HexFormat.of().parseHex(String.join("", fact.itemDigests())))
                .bind("signature", fact.signature().map(Bytes::toArray))
                .bind("keyId", fact.keyId())
                .bind("admitted", EpochMicros.of(fact.admittedAt()))
                .execute();
    }

    private void quarantined(QuarantinedFact fact) {
        handle.createUpdate(INSERT_QUARANTINED)
                .bind("gateway", fact.gateway().value())
                .bind("sha256", RawFrameRef.of(fact.item()).sha256())
                .bind("item", fact.item().toArray())
                .bind("reason", fact.reason())
                .bind("admitted", EpochMicros.of(fact.admittedAt()))
                .execute();
    }
}
