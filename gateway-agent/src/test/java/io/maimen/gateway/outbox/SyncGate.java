package io.maimen.gateway.outbox;

import java.util.concurrent.CountDownLatch;

/** Holds whoever syncs a simulated disk until a test lets go; open at first. Thread-safe. */
public final class SyncGate implements Runnable {
    private volatile CountDownLatch reached = new CountDownLatch(0);
    private volatile CountDownLatch opened = new CountDownLatch(0);

    /** From now on a sync waits for {@link #open}. */
    public void shut() {
        reached = new CountDownLatch(1);
        opened = new CountDownLatch(1);
    }

    public void open() {
        opened.countDown();
    }

    /** Returns once somebody waits at the gate. */
    public void awaitSync() throws InterruptedException {
        reached.await();
    }

    @Override
    public void run() {
        reached.countDown();
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
