package io.maimen.log;

import io.maimen.log.LogException.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Lets callers that arrive together share one write and one fsync. It has no thread of its own: while one caller
 * writes, the others queue up, and then one of them writes for all who queued.
 */
final class GroupCommit {
    /** A group takes no further append beyond this size, so that nobody waits long for the bytes of others. */
    private static final int GROUP_BYTES = 1 << 23;

    private final Consumer<List<Append>> write;
    private final Lock lock = new ReentrantLock();
    private final Condition turnEnded = lock.newCondition();
    private final Queue<Append> waiting = new ArrayDeque<>();
    private boolean writing;
    private boolean closed;

    /** Gives groups to {@code write}, one after the other; it decides what becomes of each append. */
    GroupCommit(Consumer<List<Append>> write) {
        this.write = write;
    }

    /** Returns when the append's turn is over. */
    void commit(Append append) throws LogException {
        lock.lock();
        try {
            if (closed) {
                throw new LogException(Reason.CLOSED, "log must be open to append but was closed; open it again");
            }
            waiting.add(append);
            while (!append.settled()) {
                if (writing) {
                    turnEnded.awaitUninterruptibly();
                } else {
                    writeNextGroup();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Called with the lock held; gives it back while the disk works. */
    private void writeNextGroup() {
        List<Append> group = nextGroup();
        writing = true;
        lock.unlock();
        try {
            write.accept(group);
        } finally {
            lock.lock();
            writing = false;
            group.forEach(Append::settle);
            turnEnded.signalAll();
        }
    }

    private List<Append> nextGroup() {
        List<Append> group = new ArrayList<>();
        long bytes = 0;
        while (!waiting.isEmpty() && (bytes == 0 || bytes + waiting.peek().frameBytes() <= GROUP_BYTES)) {
            bytes += waiting.peek().frameBytes();
            group.add(waiting.remove());
        }
        return group;
    }

    /** Refuses further appends and returns when those under way are over; true for the first call. */
    boolean close() {
        lock.lock();
        try {
            boolean first = !closed;
            closed = true;
            while (writing || !waiting.isEmpty()) {
                turnEnded.awaitUninterruptibly();
            }
            return first;
        } finally {
            lock.unlock();
        }
    }
}
