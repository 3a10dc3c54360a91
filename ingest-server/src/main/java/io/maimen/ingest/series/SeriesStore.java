package io.maimen.ingest.series;

import io.maimen.log.LogPosition;
import io.maimen.observation.ObservationId;
import io.maimen.observation.RawFrame;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.QuarantinedFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what was measured. Thread-safe; one writer at a time. Every method may throw a {@link RuntimeException} of its
 * adapter when the store is out of reach or full; then nothing of the call has happened.
 *
 * <p>Every question says whose readings it is about: what other gateways brought is, for it, not there.
 */
public interface SeriesStore extends AutoCloseable {
    /** Where the log is to be read on: what the last {@link #keep} said, or {@link LogPosition#ZERO}. */
    LogPosition cursor();

    /**
     * Keeps the facts together with the cursor, durably, all or nothing. What is there already (by observation identity,
     * by content for frames, envelopes and quarantined items) stays as it was first kept.
     */
    void keep(List<Fact> facts, LogPosition next);

    /** The newest results (everything but waveforms) by time of measurement, newest first. */
    List<StoredObservation> latestResults(GatewaySet gateways, DeviceId device, int limit);

    /**
     * Everything a device measured, each exactly once, in the order it was first kept.
     *
     * @param afterEntry 0 to begin, else the last {@link StoredObservation#entry} seen
     */
    List<StoredObservation> after(GatewaySet gateways, DeviceId device, long afterEntry, int limit);

    /** Waveform blocks that overlap {@code from} (inclusive) to {@code to} (exclusive), by start. */
    List<StoredObservation> blocks(GatewaySet gateways, DeviceId device, Instant from, Instant to);

    /** When the waveform ends that goes on longest; empty for a device without waveforms. */
    Optional<Instant> waveformEnd(GatewaySet gateways, DeviceId device);

    /** Every device whose last readings one of these gateways brought, by name. */
    List<DeviceSummary> devices(GatewaySet gateways);

    /** One of them. */
    Optional<DeviceSummary> device(GatewaySet gateways, DeviceId device);

    /** What could not become a measurement, newest first. */
    List<QuarantinedFact> quarantine(GatewaySet gateways, int limit);

    /** One observation, result or waveform block, as it was first kept. Who may see it, the caller must ask. */
    Optional<StoredObservation> observation(ObservationId id);

    /** A raw frame by the hash of its bytes, with the fields that were told when it first came. */
    Optional<RawFrame> frame(GatewaySet gateways, RawFrameRef ref);

    /** What an {@link io.maimen.observation.fact.ItemProof} names: an envelope by the hash of its bytes. */
    Optional<EnvelopeFact> envelope(String sha256);

    @Override
    void close();
}
