package io.maimen.simulator.device.connect;

/** Threads that end with the program. Stateless. */
final class Threads {
    private Threads() {}

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
