package io.maimen.gateway.uplink;

import io.maimen.log.LogPosition;
import io.maimen.log.LogRecord;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.EnvelopeSignature;
import io.maimen.observation.wire.ObservationCodec;
import io.maimen.observation.wire.ObservationEnvelope;
import io.maimen.observation.wire.OutboxEntry;
import io.maimen.observation.wire.OutboxEntryCodec;
import io.maimen.observation.wire.WireException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes one signed envelope of entries, in their order. Stateless. */
final class EnvelopePacker {
    private final GatewayId gateway;
    private final EnvelopeSigner signer;
    private final OutboxEntryCodec entryCodec = new OutboxEntryCodec();
    private final ObservationCodec itemCodec = new ObservationCodec();
    private final EnvelopeCodec envelopeCodec = new EnvelopeCodec();

    EnvelopePacker(GatewayId gateway, EnvelopeSigner signer) {
        this.gateway = gateway;
        this.signer = signer;
    }

    /** The shipment of these records, which are all there is between {@code from} and {@code to}. */
    Shipment pack(Lane lane, LogPosition from, LogPosition to, List<LogRecord> records) {
        List<Bytes> items = new ArrayList<>();
        Set<RawFrame> frames = new LinkedHashSet<>();
        for (LogRecord stored : records) {
            OutboxEntry entry = entry(stored);
            frames.addAll(entry.rawFrames());
            for (Observation observation : entry.observations()) {
                items.add(Bytes.of(itemCodec.toCbor(observation)));
            }
        }
        EnvelopeSignature signature = signer.sign(EnvelopeSignature.signed(gateway, lane, items));
        byte[] envelope = envelopeCodec.toCbor(
                new ObservationEnvelope(gateway, lane, items, List.copyOf(frames), Optional.of(signature)));
        String digest = EnvelopeCodec.digest(envelope);
        return new Shipment(lane, from, to, records.size(), items.size(), Bytes.of(envelope), digest);
    }

    private OutboxEntry entry(LogRecord stored) {
        try {
            return entryCodec.fromCbor(stored.bytes());
        } catch (WireException e) {
            throw new IllegalStateException("the lane serves only what was put, and that was an entry", e);
        }
    }
}
