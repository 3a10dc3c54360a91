package io.maimen.ingest.follow;

import io.maimen.log.LogRecord;
import io.maimen.observation.Bytes;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.wire.FactCodec;
import io.maimen.observation.wire.WireException;
import java.time.Instant;

/** Turns log records into facts. Stateless. */
final class FactRecords {
    private static final FactCodec CODEC = new FactCodec();
    /** A record that cannot be read does not say who sent it either. */
    private static final GatewayId UNKNOWN = new GatewayId("unknown");

    private FactRecords() {}

    /**
     * A record we cannot read (a newer version wrote it, or there is a fault of ours) must neither hold up those behind it
     * nor vanish: it becomes a quarantined fact with all its bytes.
     */
    static Fact fact(LogRecord record) {
        byte[] bytes = record.bytes();
        try {
            return CODEC.fromCbor(bytes);
        } catch (WireException e) {
            // The epoch and not the time of reading: read again, it must be the same fact.
            return new QuarantinedFact(Bytes.of(bytes), e.getMessage(), UNKNOWN, Instant.EPOCH);
        }
    }
}
