package io.maimen.ingest.series.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.series.GatewaySet;
import io.maimen.ingest.series.SeriesFacts;
import io.maimen.ingest.series.SeriesStore;
import io.maimen.ingest.series.SeriesStoreContract;
import io.maimen.ingest.sql.CrashPoints;
import io.maimen.log.LogPosition;
import io.maimen.observation.fact.Fact;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSeriesStoreTest implements SeriesStoreContract {
    private static final String MIGRATIONS = "io/maimen/ingest/series/embedded/migration";

    @TempDir
    Path directory;

    @Override
    public SeriesStore open() throws Exception {
        return EmbeddedSeriesStore.open(directory);
    }

    @Test
    void killedAtAnyMomentAllOrNothingIsKept() throws Exception {
        List<Fact> facts = SeriesFacts.everyKindOfFact();
        List<Object> all;
        Path undisturbed = directory.resolve("undisturbed.db");
        try (SeriesStore store =
                new EmbeddedSeriesStore(new CrashPoints(Integer.MAX_VALUE).open(undisturbed, MIGRATIONS))) {
            store.keep(facts, LogPosition.of(6));
            all = SeriesFacts.content(store);
        }
        int point = 0;
        boolean died = true;
        while (died) {
            point++;
            CrashPoints crash = new CrashPoints(point);
            Path file = directory.resolve("killed-" + point + ".db");
            try (SeriesStore store = new EmbeddedSeriesStore(crash.open(file, MIGRATIONS))) {
                store.keep(facts, LogPosition.of(6));
            } catch (JdbiException e) {
                assertTrue(crash.died(), "only the kill may stop the store");
            }
            died = crash.died();
            try (SeriesStore store =
                    new EmbeddedSeriesStore(new CrashPoints(Integer.MAX_VALUE).open(file, MIGRATIONS))) {
                boolean committed = store.cursor().equals(LogPosition.of(6));
                assertEquals(
                        committed ? 2 : 0, store.devices(GatewaySet.every()).size(), "killed at point " + point);
                store.keep(facts, LogPosition.of(6));
                assertEquals(all, SeriesFacts.content(store), "killed at point " + point);
            }
        }
        assertTrue(point > 10, "the kill must have been tried everywhere but there were only " + point + " points");
    }
}
