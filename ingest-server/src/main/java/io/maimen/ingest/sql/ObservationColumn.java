package io.maimen.ingest.sql;

import io.maimen.observation.Bytes;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.wire.ObservationCodec;
import io.maimen.observation.wire.WireException;
import java.time.Instant;
import java.util.Optional;

/**
 * The observation as a column holds it: the item's bytes as they were sent, so that nothing a device said is lost in a
 * schema and all of it can be proved. Stateless.
 */
public final class ObservationColumn {
    private static final ObservationCodec CODEC = new ObservationCodec();

    private ObservationColumn() {}

    /** The bytes of the column. */
    public static byte[] write(ObservedFact fact) {
        return fact.item().toArray();
    }

    /** Reads what {@link #write} made. */
    public static ObservedFact read(byte[] item, GatewayId gateway, Optional<ItemProof> proof, Instant admittedAt) {
        try {
            return new ObservedFact(CODEC.fromCbor(item), Bytes.of(item), gateway, proof, admittedAt);
        } catch (WireException e) {
            throw new IllegalStateException("a column we wrote must be readable; is the file from a newer version?", e);
        }
    }
}
