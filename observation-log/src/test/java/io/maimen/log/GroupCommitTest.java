package io.maimen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.log.LogException.Reason;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.log.simulated.SimulatedDisk.Failure;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers that arrive while the disk is busy share the next fsync, and its outcome. */
class GroupCommitTest {
    private static final int CALLERS = 8;

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final Queue<Optional<Reason>> outcomes = new ConcurrentLinkedQueue<>();
    private final CountDownLatch firstSync = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private SegmentLog log;

    @BeforeEach
    void open() throws LogException {
        log = SegmentLog.open(disk, new SegmentLogOptions(1 << 20, 1 << 10, new Random(7)));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void manyCallersShareOneFsync() throws Exception {
        long before = disk.syncs();
        appendWhileTheFirstIsHeld(() -> {});
        assertEquals(2, disk.syncs() - before, "one fsync for the first, one for all who came meanwhile");
        assertEquals(List.of(Optional.empty()), outcomes.stream().distinct().toList());
        assertEquals(1 + CALLERS, log.read(log.start(), 100).records().size());
    }

    @Test
    void failedFsyncFailsAllWhoSharedItAndNobodyElse() throws Exception {
        // The group is one append and one sync; the sync of the first caller is operation 0 from here.
        appendWhileTheFirstIsHeld(() -> disk.failOperation(disk.operations() + 2, Failure.IO));
        assertEquals(
                CALLERS,
                outcomes.stream().filter(Optional.of(Reason.IO)::equals).count());
        assertEquals(1, log.read(log.start(), 100).records().size());
        log.append(List.of(new byte[1]));
        assertEquals(2, log.read(log.start(), 100).records().size());
    }

    @Test
    void closeLetsAppendsThatAreUnderWayFinish() throws Exception {
        Thread closing = new Thread(log::close);
        appendWhileTheFirstIsHeld(() -> {
            closing.start();
            awaitWaiting(List.of(closing));
        });
        closing.join();
        assertEquals(List.of(Optional.empty()), outcomes.stream().distinct().toList());
        append();
        assertTrue(outcomes.contains(Optional.of(Reason.CLOSED)));
    }

    private void appendWhileTheFirstIsHeld(Runnable meanwhile) throws InterruptedException {
        disk.beforeSync(this::holdFirst);
        Thread first = new Thread(this::append);
        first.start();
        firstSync.await();
        List<Thread> others = IntStream.range(0, CALLERS)
                .mapToObj(i -> new Thread(this::append))
                .toList();
        others.forEach(Thread::start);
        awaitWaiting(others);
        meanwhile.run();
        release.countDown();
        first.join();
        for (Thread other : others) {
            other.join();
        }
    }

    private static void awaitWaiting(List<Thread> threads) {
        Awaitility.await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
    }

    private void holdFirst() {
        firstSync.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void append() {
        try {
            log.append(List.of(new byte[10]));
            outcomes.add(Optional.empty());
        } catch (LogException e) {
            outcomes.add(Optional.of(e.reason()));
        }
    }
}
