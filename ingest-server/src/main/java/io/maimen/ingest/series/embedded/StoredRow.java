package io.maimen.ingest.series.embedded;

import io.maimen.ingest.series.DeviceKind;
import io.maimen.ingest.series.DeviceSummary;
import io.maimen.ingest.series.StoredObservation;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.ingest.sql.ObservationColumn;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.Lane;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.wire.FrameFieldsCodec;
import io.maimen.observation.wire.WireException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.RowMapper;

/** What the rows of the store say. A column's NULL becomes an empty Optional or list here and nowhere else. Stateless. */
final class StoredRow {
    static final RowMapper<StoredObservation> OBSERVATION = (row, context) -> new StoredObservation(
            row.getLong("entry"),
            ObservationColumn.read(
                    row.getBytes("observation"),
                    gateway(row),
                    proof(row),
                    EpochMicros.instant(row.getLong("admitted_us"))));

    static final RowMapper<RawFrame> FRAME = (row, context) -> new RawFrame(
            Bytes.of(row.getBytes("bytes")),
            new ReceiveTime(EpochMicros.instant(row.getLong("received_us"))),
            fields(row));

    static final RowMapper<EnvelopeFact> ENVELOPE = (row, context) -> new EnvelopeFact(
            row.getString("sha256"),
            gateway(row),
            Lane.parse(row.getString("lane")),
            digests(row.getBytes("item_digests")),
            Optional.ofNullable(row.getBytes("signature")).map(Bytes::of),
            Optional.ofNullable(row.getString("key_id")),
            EpochMicros.instant(row.getLong("admitted_us")));

    static final RowMapper<QuarantinedFact> QUARANTINED = (row, context) -> new QuarantinedFact(
            Bytes.of(row.getBytes("item")),
            row.getString("reason"),
            gateway(row),
            EpochMicros.instant(row.getLong("admitted_us")));

    static final RowMapper<DeviceSummary> DEVICE = (row, context) -> new DeviceSummary(
            DeviceId.parse(row.getString("device")),
            DeviceKind.parse(row.getString("kind")),
            gateway(row),
            row.getInt("simulated") != 0,
            EpochMicros.instant(row.getLong("last_measured_us")),
            EpochMicros.instant(row.getLong("last_received_us")));

    private static final FrameFieldsCodec FIELDS = new FrameFieldsCodec();
    private static final int DIGEST_BYTES = 32;

    private StoredRow() {}

    private static GatewayId gateway(ResultSet row) throws SQLException {
        return new GatewayId(row.getString("gateway"));
    }

    private static Optional<ItemProof> proof(ResultSet row) throws SQLException {
        int index = row.getInt("item_index");
        return Optional.ofNullable(row.getString("envelope")).map(envelope -> new ItemProof(envelope, index));
    }

    private static List<FrameField> fields(ResultSet row) throws SQLException {
        Optional<byte[]> cbor = Optional.ofNullable(row.getBytes("fields"));
        try {
            return cbor.isPresent() ? FIELDS.fromCbor(cbor.get()) : List.of();
        } catch (WireException e) {
            throw new IllegalStateException("a column we wrote must be readable; is the file from a newer version?", e);
        }
    }

    private static List<String> digests(byte[] joined) {
        return IntStream.range(0, joined.length / DIGEST_BYTES)
                .mapToObj(i -> HexFormat.of().formatHex(joined, i * DIGEST_BYTES, (i + 1) * DIGEST_BYTES))
                .toList();
    }
}
