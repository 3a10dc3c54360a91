package io.maimen.gateway.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {
    private static final int TASKS = 10_000;
    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void tasksRunOneAfterAnotherInTheirOrder() throws InterruptedException {
        SerialExecutor executor = new SerialExecutor(pool);
        List<Integer> seen = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        for (int i = 0; i < TASKS; i++) {
            int number = i;
            executor.execute(() -> seen.add(number));
        }
        executor.execute(done::countDown);
        assertTrue(done.await(10, TimeUnit.SECONDS));
        assertEquals(IntStream.range(0, TASKS).boxed().toList(), seen);
    }

    @Test
    void aTaskThatThrowsDoesNotStopTheNext() throws InterruptedException {
        SerialExecutor executor = new SerialExecutor(pool);
        CountDownLatch done = new CountDownLatch(1);
        executor.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        executor.execute(done::countDown);
        assertTrue(done.await(10, TimeUnit.SECONDS));
    }

    @Test
    void oneThatWaitsForTheDiskHoldsUpNoOther() throws InterruptedException {
        CountDownLatch disk = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        new SerialExecutor(pool).execute(() -> awaitForever(disk));
        new SerialExecutor(pool).execute(other::countDown);
        assertTrue(other.await(10, TimeUnit.SECONDS));
        disk.countDown();
    }

    private static void awaitForever(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
