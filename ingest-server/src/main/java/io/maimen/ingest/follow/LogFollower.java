package io.maimen.ingest.follow;

import io.maimen.log.LogDamage;
import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.log.LogSlice;
import io.maimen.log.ObservationLog;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds one reader from the log on a thread of its own, woken by {@link #wake}. A refused batch is offered again, later
 * and later, until it is taken; other readers do not notice. Thread-safe.
 */
public final class LogFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final int BATCH = 256;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ObservationLog log;
    private final FactReader reader;
    private final Semaphore news = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile ReaderState state;
    private Duration pause = FIRST_PAUSE;

    /** Begins to read at the reader's cursor. */
    public static LogFollower start(ObservationLog log, FactReader reader) {
        LogFollower follower = new LogFollower(log, reader);
        follower.thread.start();
        return follower;
    }

    private LogFollower(ObservationLog log, FactReader reader) {
        this.log = log;
        this.reader = reader;
        this.state = new ReaderState(reader.name(), reader.cursor(), Optional.empty(), 0);
        this.thread = new Thread(this::run, "reader-" + reader.name());
    }

    /** Something was appended. Cheap; called after every append. */
    public void wake() {
        news.release();
    }

    /** How far and how well. */
    public ReaderState state() {
        return state;
    }

    /** Lets the batch under way finish. */
    @Override
    public void close() {
        closing.countDown();
        wake();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                news.drainPermits();
                if (!step()) {
                    closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                    pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
                } else {
                    pause = FIRST_PAUSE;
                    if (caughtUp(state.cursor())) {
                        news.acquire();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A cursor may stand after the end: what a failed fsync gave up was passed over, and is written again only later. */
    private boolean caughtUp(LogPosition cursor) {
        return cursor.compareTo(log.end()) >= 0;
    }

    /** One batch; false when it has to be tried again. */
    private boolean step() {
        LogPosition from = state.cursor();
        try {
            if (caughtUp(from)) {
                return true;
            }
            LogSlice slice = log.read(from, BATCH);
            reader.read(new FactBatch(
                    slice.records().stream().map(FactRecords::fact).toList(), slice.next()));
            state = new ReaderState(reader.name(), slice.next(), Optional.empty(), state.lost() + lost(slice));
            return true;
        } catch (LogException e) {
            return fromTheStart(e) || stuck(e);
        } catch (RuntimeException e) {
            // Whatever a store throws: the batch stays in the log, the others go on, health says so.
            return stuck(e);
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
    private boolean fromTheStart(LogException e) {
        if (e.reason() != LogException.Reason.UNKNOWN_POSITION) {
            return false;
        }
        LOG.error("SRV-031 reader {} stood at {} after the log's end; it reads the log again", reader.name(), state);
        state = new ReaderState(reader.name(), log.start(), Optional.empty(), state.lost());
        return true;
    }

    private boolean stuck(Exception e) {
        if (closing.getCount() > 0 && state.stuck().isEmpty()) {
            LOG.error("SRV-032 reader {} is stuck at {} and tries again", reader.name(), state.cursor(), e);
        }
        state = new ReaderState(
                reader.name(), state.cursor(), Optional.of(String.valueOf(e.getMessage())), state.lost());
        return false;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
