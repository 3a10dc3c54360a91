package io.maimen.ingest.sql;

import io.maimen.observation.Observation;
import io.maimen.observation.wire.ObservationCodec;
import io.maimen.observation.wire.WireException;

/** The observation as a column holds it: the wire's CBOR, so that nothing a device said is lost in a schema. Stateless. */
public final class ObservationColumn {
    private static final ObservationCodec CODEC = new ObservationCodec();

    private ObservationColumn() {}

    /** The bytes of the column. */
    public static byte[] write(Observation observation) {
        return CODEC.toCbor(observation);
    }

    /** Reads what {@link #write} made. */
    public static Observation read(byte[] cbor) {
        try {
            return CODEC.fromCbor(cbor);
        } catch (WireException e) {
            throw new IllegalStateException("a column we wrote must be readable; is the file from a newer version?", e);
        }
    }
}
