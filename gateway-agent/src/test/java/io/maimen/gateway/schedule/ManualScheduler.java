package io.maimen.gateway.schedule;

import io.maimen.observation.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when a test says so: tasks run on the thread that calls {@link #advance}. Confined to one thread. */
public final class ManualScheduler implements Scheduler {
    private final SettableClock clock;
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
    private long number;

    public ManualScheduler(SettableClock clock) {
        this.clock = clock;
    }

    private record Task(Instant due, long number, Runnable work) {}

    @Override
    public Pending after(Duration delay, Runnable work) {
        Task task = new Task(clock.instant().plus(delay), number++, work);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    /** Moves the clock on, stopping at every task that becomes due. */
    public void advance(Duration duration) {
        Instant target = clock.instant().plus(duration);
        while (!tasks.isEmpty() && !tasks.peek().due().isAfter(target)) {
            Task task = tasks.remove();
            clock.set(task.due());
            task.work().run();
        }
        clock.set(target);
    }

    /** How many tasks wait. */
    public int waiting() {
        return tasks.size();
    }
}
