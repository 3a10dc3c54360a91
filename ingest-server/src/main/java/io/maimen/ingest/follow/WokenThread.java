package io.maimen.ingest.follow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A thread that works when woken and, when its work failed, tries again later and later. Thread-safe. */
public final class WokenThread implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Work work;
    private final Thread thread;
    private final Semaphore news = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What is to be done; must not throw. */
    @FunctionalInterface
    public interface Work {
        /** Does a piece of it. */
        Outcome run();
    }

    /** What comes after a piece of work. */
    public enum Outcome {
        /** There may be more: again at once. */
        MORE,
        /** Nothing more to do: again when woken. */
        IDLE,
        /** It failed: again after a pause. */
        FAILED
    }

    private WokenThread(String name, Work work) {
        this.work = work;
        this.thread = new Thread(this::run, name);
    }

    /** Starts, with work at once. */
    public static WokenThread start(String name, Work work) {
        WokenThread woken = new WokenThread(name, work);
        woken.thread.start();
        return woken;
    }

    /** There is something to do. Cheap. */
    public void wake() {
        news.release();
    }

    /** Returns when the piece under way is done and the thread has ended. */
    @Override
    public void close() {
        closing.countDown();
        news.release();
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
        Duration pause = FIRST_PAUSE;
        try {
            while (closing.getCount() > 0) {
                // Before the work, not after: what comes while it is done must wake us again.
                news.drainPermits();
                Outcome outcome = work.run();
                if (outcome == Outcome.FAILED) {
                    closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                    pause = longer(pause);
                } else {
                    pause = FIRST_PAUSE;
                    if (outcome == Outcome.IDLE && closing.getCount() > 0) {
                        news.acquire();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
