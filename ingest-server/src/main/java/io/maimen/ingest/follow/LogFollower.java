package io.maimen.ingest.follow;

import io.maimen.ingest.follow.WokenThread.Outcome;
import io.maimen.log.LogDamage;
import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.log.LogSlice;
import io.maimen.log.ObservationLog;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds one reader from the log on a thread of its own, woken by {@link #wake}. A refused batch is offered again, later
 * and later, until it is taken; other readers do not notice. Thread-safe.
 */
public final class LogFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final int BATCH = 256;

    private final ObservationLog log;
    private final FactReader reader;
    private final WokenThread thread;
    private volatile ReaderState state;

    /** Begins to read at the reader's cursor. */
    public static LogFollower start(ObservationLog log, FactReader reader) {
        return new LogFollower(log, reader);
    }

    private LogFollower(ObservationLog log, FactReader reader) {
        this.log = log;
        this.reader = reader;
        this.state = new ReaderState(reader.name(), reader.cursor(), Optional.empty(), 0);
        this.thread = WokenThread.start("reader-" + reader.name(), this::step);
    }

    /** What lies before this nobody will ask for through this reader. */
    public LogPosition needed() {
        return reader.needs(state.cursor());
    }

    /** Something was appended. Cheap; called after every append. */
    public void wake() {
        thread.wake();
    }

    /** How far and how well. */
    public ReaderState state() {
        return state;
    }

    /** Lets the batch under way finish. */
    @Override
    public void close() {
        thread.close();
    }

    private Outcome step() {
        ReaderState before = state;
        try {
            if (before.cursor().equals(log.end())) {
                return Outcome.IDLE;
            }
            LogSlice slice = log.read(before.cursor(), BATCH);
            if (slice.next().equals(before.cursor())) {
                // After the end, where a failed fsync gave up what it wrote: nothing to read until more is appended.
                return Outcome.IDLE;
            }
            reader.read(new FactBatch(
                    slice.records().stream().map(FactRecords::fact).toList(), slice.next()));
            state = new ReaderState(before.name(), slice.next(), Optional.empty(), before.lost() + lost(slice));
            return Outcome.MORE;
        } catch (LogException e) {
            return e.reason() == LogException.Reason.UNKNOWN_POSITION ? fromTheStart(before) : stuck(before, e);
        } catch (RuntimeException e) {
            // Whatever a store throws: the batch stays in the log, the others go on, health says so.
            return stuck(before, e);
        }
    }

    private long lost(LogSlice slice) {
        long lost = 0;
        for (LogDamage damage : slice.damage()) {
            // What a power cut left of a write nobody was told about is no loss.
            if (damage.kind() != LogDamage.Kind.CUT) {
                LOG.error("SRV-030 reader {} must read every record but had to pass over {}", reader.name(), damage);
                lost++;
            }
        }
        return lost;
    }

    /** The log is older than the store (restored, or begun anew): reading all of it again costs time and nothing else. */
    private Outcome fromTheStart(ReaderState before) {
        LOG.error(
                "SRV-031 cursor of reader {} must lie in the log but was {}, after its end; it reads the log again",
                before.name(),
                before.cursor());
        state = new ReaderState(before.name(), log.start(), Optional.empty(), before.lost());
        return Outcome.MORE;
    }

    private Outcome stuck(ReaderState before, Exception e) {
        if (before.stuck().isEmpty()) {
            LOG.error(
                    "SRV-032 reader {} must read on at {} but failed; it tries again",
                    before.name(),
                    before.cursor(),
                    e);
        }
        state = new ReaderState(
                before.name(), before.cursor(), Optional.of(String.valueOf(e.getMessage())), before.lost());
        return Outcome.FAILED;
    }
}
