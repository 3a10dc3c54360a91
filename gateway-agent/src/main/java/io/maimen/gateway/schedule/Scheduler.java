package io.maimen.gateway.schedule;

import java.time.Duration;

/** Runs things later. Thread-safe. */
public interface Scheduler {
    /** Runs {@code task} once after {@code delay}, unless it is cancelled before. The task must be short. */
    Pending after(Duration delay, Runnable task);

    /** A task that has not run yet. */
    interface Pending {
        /** Nothing to wait for. */
        Pending NONE = () -> {};

        /** It does not run, unless it already does. */
        void cancel();
    }
}
