package io.maimen.gateway.schedule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after another, in order, on the threads of a shared pool: what is confined to it needs no locks, and a
 * hundred sessions need no hundred threads. Thread-safe.
 */
public final class SerialExecutor implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    private final Executor pool;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    /** An executor of its own order on the threads of {@code pool}. */
    public SerialExecutor(Executor pool) {
        this.pool = pool;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        pool.execute(this::runOne);
    }

    /** One task a turn, so that a busy session does not keep a thread from the others. */
    private void runOne() {
        Runnable task;
        synchronized (waiting) {
            task = waiting.remove();
        }
        try {
            task.run();
        } catch (RuntimeException e) {
            // The next tasks must run all the same: they may be another session's answer to its device.
            LOG.error("GW-090 a task failed; report it with this trace", e);
        }
        synchronized (waiting) {
            running = !waiting.isEmpty();
            if (!running) {
                return;
            }
        }
        pool.execute(this::runOne);
    }
}
