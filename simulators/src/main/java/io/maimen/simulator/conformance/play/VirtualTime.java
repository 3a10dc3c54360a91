package io.maimen.simulator.conformance.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** What will happen when, and the only clock of a play. What is due at one moment happens in the order it was asked for. */
final class VirtualTime {
    private record Due(Instant at, long order, Runnable what) {}

    private final Queue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private final int mostEvents;
    private Instant now;
    private long asked;
    private int happened;

    VirtualTime(Instant begin, int mostEvents) {
        this.now = begin;
        this.mostEvents = mostEvents;
    }

    Instant now() {
        return now;
    }

    /** A delay below 0 counts as none. */
    void after(Duration delay, Runnable what) {
        queue.add(new Due(now.plus(delay.isNegative() ? Duration.ZERO : delay), asked++, what));
    }

    /** Lets happen what is due until {@code end}, which is the time then. */
    void run(Instant end) {
        while (!queue.isEmpty() && !queue.peek().at().isAfter(end)) {
            Due due = queue.remove();
            now = due.at();
            due.what().run();
            countOne();
        }
        now = end;
    }

    /** One more event. */
    void countOne() {
        if (++happened > mostEvents) {
            throw new IllegalStateException("SIM-050 a play must end but had " + mostEvents + " events by " + now
                    + "; device and driver answer each other without end");
        }
    }
}
