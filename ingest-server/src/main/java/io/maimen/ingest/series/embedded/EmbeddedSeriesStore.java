package io.maimen.ingest.series.embedded;

import io.maimen.ingest.series.DeviceSummary;
import io.maimen.ingest.series.GatewaySet;
import io.maimen.ingest.series.SeriesStore;
import io.maimen.ingest.series.StoredObservation;
import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.DatabaseException;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.log.LogPosition;
import io.maimen.observation.ObservationId;
import io.maimen.observation.RawFrame;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.QuarantinedFact;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link SeriesStore} in one SQLite file. Thread-safe. */
public final class EmbeddedSeriesStore implements SeriesStore {
    private static final String MIGRATIONS = "io/maimen/ingest/series/embedded/migration";
    private static final String OBSERVATION =
            "SELECT entry, observation, gateway, envelope, item_index, admitted_us FROM ";

    private final Database database;

    EmbeddedSeriesStore(Database database) {
        this.database = database;
    }

    /** Opens {@code series.db} in a directory, making it when it is not there. */
    public static EmbeddedSeriesStore open(Path directory) throws DatabaseException {
        return new EmbeddedSeriesStore(Database.open(directory.resolve("series.db"), MIGRATIONS));
    }

    @Override
    public LogPosition cursor() {
        return database.reader().withHandle(Progress::read).position();
    }

    @Override
    public void keep(List<Fact> facts, LogPosition next) {
        database.writer().useTransaction(handle -> {
            FactWriter writer = new FactWriter(handle, Progress.read(handle).nextEntry());
            facts.forEach(writer::write);
            new Progress(next, writer.nextEntry()).write(handle);
        });
    }

    @Override
    public List<StoredObservation> latestResults(GatewaySet gateways, DeviceId device, int limit) {
        return database.reader().withHandle(handle -> GatewayCondition.bind(
                        handle.createQuery(OBSERVATION + "reading WHERE " + GatewayCondition.of(gateways)
                                + " AND device = :device ORDER BY measured_us DESC, entry DESC LIMIT :limit"),
                        gateways)
                .bind("device", device.toString())
                .bind("limit", limit)
                .map(StoredRow.OBSERVATION)
                .list());
    }

    @Override
    public List<StoredObservation> after(GatewaySet gateways, DeviceId device, long afterEntry, int limit) {
        return Stream.of("reading", "block")
                .flatMap(table -> after(gateways, table, device, afterEntry, limit).stream())
                .sorted(Comparator.comparingLong(StoredObservation::entry))
                .limit(limit)
                .toList();
    }

    private List<StoredObservation> after(
            GatewaySet gateways, String table, DeviceId device, long afterEntry, int limit) {
        return database.reader().withHandle(handle -> GatewayCondition.bind(
                        handle.createQuery(OBSERVATION + table + " WHERE " + GatewayCondition.of(gateways)
                                + " AND device = :device AND entry > :after ORDER BY entry LIMIT :limit"),
                        gateways)
                .bind("device", device.toString())
                .bind("after", afterEntry)
                .bind("limit", limit)
                .map(StoredRow.OBSERVATION)
                .list());
    }

    @Override
    public List<StoredObservation> blocks(GatewaySet gateways, DeviceId device, Instant from, Instant to) {
        return database.reader().withHandle(handle -> GatewayCondition.bind(
                        handle.createQuery(OBSERVATION + "block WHERE " + GatewayCondition.of(gateways)
                                + " AND device = :device AND start_us < :to AND end_us > :from"
                                + " ORDER BY start_us, entry"),
                        gateways)
                .bind("device", device.toString())
                .bind("from", EpochMicros.of(from))
                .bind("to", EpochMicros.of(to))
                .map(StoredRow.OBSERVATION)
                .list());
    }

    @Override
    public Optional<Instant> waveformEnd(GatewaySet gateways, DeviceId device) {
        return database.reader().withHandle(handle -> GatewayCondition.bind(
                        handle.createQuery("SELECT end_us FROM block WHERE " + GatewayCondition.of(gateways)
                                + " AND device = :device ORDER BY end_us DESC LIMIT 1"),
                        gateways)
                .bind("device", device.toString())
                .map((row, context) -> EpochMicros.instant(row.getLong("end_us")))
                .findOne());
    }

    @Override
    public List<DeviceSummary> devices(GatewaySet gateways) {
        return database.reader().withHandle(handle -> GatewayCondition.bind(
                        handle.createQuery(
                                "SELECT * FROM device WHERE " + GatewayCondition.of(gateways) + " ORDER BY device"),
                        gateways)
                .map(StoredRow.DEVICE)
                .list());
    }

    @Override
    public Optional<DeviceSummary> device(GatewaySet gateways, DeviceId device) {
        return database.reader().withHandle(handle -> GatewayCondition.bind(
                        handle.createQuery("SELECT * FROM device WHERE " + GatewayCondition.of(gateways)
                                + " AND device = :device"),
                        gateways)
                .bind("device", device.toString())
                .map(StoredRow.DEVICE)
                .findOne());
    }

    @Override
    public List<QuarantinedFact> quarantine(GatewaySet gateways, int limit) {
        return database.reader().withHandle(handle -> GatewayCondition.bind(
                        handle.createQuery("SELECT * FROM quarantine WHERE " + GatewayCondition.of(gateways)
                                + " ORDER BY admitted_us DESC, sha256 LIMIT :limit"),
                        gateways)
                .bind("limit", limit)
                .map(StoredRow.QUARANTINED)
                .list());
    }

    @Override
    public Optional<StoredObservation> observation(ObservationId id) {
        return Stream.of("reading", "block")
                .flatMap(table -> database
                        .reader()
                        .withHandle(handle -> handle.createQuery(OBSERVATION + table + " WHERE observation_id = :id")
                                .bind("id", id.hex())
                                .map(StoredRow.OBSERVATION)
                                .findOne())
                        .stream())
                .findFirst();
    }

    @Override
    public Optional<EnvelopeFact> envelope(String sha256) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("SELECT * FROM envelope WHERE sha256 = :sha256")
                        .bind("sha256", sha256)
                        .map(StoredRow.ENVELOPE)
                        .findOne());
    }

    @Override
    public Optional<RawFrame> frame(GatewaySet gateways, RawFrameRef ref) {
        return database.reader().withHandle(handle -> GatewayCondition.bind(
                        handle.createQuery("SELECT bytes, received_us, fields FROM frame WHERE "
                                + GatewayCondition.of(gateways) + " AND sha256 = :sha256"),
                        gateways)
                .bind("sha256", ref.sha256())
                .map(StoredRow.FRAME)
                .findOne());
    }

    @Override
    public void close() {
        database.close();
    }
}
