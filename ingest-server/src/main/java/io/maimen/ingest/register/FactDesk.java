package io.maimen.ingest.register;

import io.maimen.ingest.admit.Admission;
import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.observation.fact.Fact;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts what people say into the server's log, as everything else that happened, and waits until <em>assess</em> has applied
 * it, so that whoever said it sees it. Blocking; thread-safe.
 */
public final class FactDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admission admission;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private LogPosition applied = LogPosition.ZERO;

    public FactDesk(Admission admission) {
        this.admission = admission;
    }

    /** Called by <em>assess</em>: everything before this position is applied. */
    public void applied(LogPosition position) {
        lock.lock();
        try {
            applied = position;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when the facts are durable and applied.
     *
     * @throws RegisterException where the log takes nothing, or where <em>assess</em> is behind: then the facts are kept and
     *     will be applied
     */
    public void tell(List<Fact> facts) throws RegisterException {
        try {
            if (!awaitApplied(admission.tell(facts))) {
                throw RegisterException.later(
                        "SRV-115", "it is kept but not applied yet, for the server is behind; look again in a while");
            }
        } catch (LogException e) {
            throw RegisterException.later("SRV-116", "the log must take it but does not: " + e.getMessage());
        }
    }

    private boolean awaitApplied(LogPosition position) {
        long left = TimeUnit.MILLISECONDS.toNanos(PATIENCE.toMillis());
        lock.lock();
        try {
            while (applied.compareTo(position) < 0) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
