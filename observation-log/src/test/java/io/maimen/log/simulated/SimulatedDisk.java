package io.maimen.log.simulated;

import io.maimen.log.Disk;
import io.maimen.log.DiskFile;
import io.maimen.log.DiskFullException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * A disk in memory that fails, fills up and loses its power where a test says so. Everything it decides follows from
 * its seed. Thread-safe.
 *
 * <p>Operations (create, write, truncate, sync, delete, rename, sync of the directory; not opening and reading) are
 * counted from 0, so that a test can run a scenario once, and then again for each of its operations with that one
 * failing.
 */
public final class SimulatedDisk implements Disk {
    /** How an operation fails. */
    public enum Failure {
        /** A medium error; a write may have written a part, a sync has given up what it should have written. */
        IO,
        /** No space. */
        FULL,
        /** The power goes: nothing works until {@link SimulatedDisk#restart()}. */
        POWER
    }

    private static final long NEVER = -1;

    private final RandomGenerator random;
    private final SimulatedNames names = new SimulatedNames();
    private byte[] stale = {};
    private long operations;
    private long syncs;
    private long failingOperation = NEVER;
    private Failure failure = Failure.IO;
    private long capacityBytes = Long.MAX_VALUE;
    private boolean powered = true;
    private int life;
    private Runnable beforeSync = () -> {};

    /** An empty disk without faults. */
    public SimulatedDisk(long seed) {
        this.random = new Random(seed);
    }

    /** Lets one operation fail; one that is over already never comes again. */
    public synchronized void failOperation(long number, Failure how) {
        failingOperation = number;
        failure = how;
    }

    /** Whether the power is there. */
    public synchronized boolean powered() {
        return powered;
    }

    /** How many operations there were. */
    public synchronized long operations() {
        return operations;
    }

    /** How many times a file was synced, successfully or not. */
    public synchronized long syncs() {
        return syncs;
    }

    /** Called by the thread that syncs a file, before; to hold it back. */
    public synchronized void beforeSync(Runnable hook) {
        beforeSync = hook;
    }

    /** All files together can take so many bytes from now on. */
    public synchronized void setCapacity(long bytes) {
        capacityBytes = bytes;
    }

    /** Takes the power away, if it is not gone already, and brings it back: handles are dead, unsynced data at risk. */
    public synchronized void restart() {
        kill();
        names.cutPower(random);
        for (String name : names.list()) {
            SimulatedFile file = names.file(name).orElseThrow();
            file.cutPower(random, stale);
        }
        powered = true;
    }

    /** Ends the process that uses the disk: handles are dead, what was written is still in the page cache. */
    public synchronized void kill() {
        life++;
    }

    /** Flips one bit of a file for good; bits are counted from the lowest one of the first byte. */
    public synchronized void flipBit(String name, long bit) {
        names.file(name).orElseThrow().flipBit(bit);
    }

    @Override
    public synchronized DiskFile create(String name) throws IOException {
        operate();
        if (names.file(name).isPresent()) {
            throw new FileAlreadyExistsException(name);
        }
        SimulatedFile file = new SimulatedFile();
        names.put(name, file);
        return new SimulatedHandle(this, file);
    }

    @Override
    public synchronized DiskFile open(String name) throws IOException {
        requirePower();
        return new SimulatedHandle(this, names.file(name).orElseThrow(() -> new NoSuchFileException(name)));
    }

    @Override
    public synchronized List<String> list() throws IOException {
        requirePower();
        return names.list();
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        operate();
        names.file(name).ifPresent(file -> {
            stale = file.bytes();
            names.remove(name);
        });
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        operate();
        names.rename(from, to, names.file(from).orElseThrow(() -> new NoSuchFileException(from)));
    }

    @Override
    public synchronized void syncDirectory() throws IOException {
        operate();
        names.sync();
    }

    @Override
    public synchronized long usableBytes() {
        return Math.max(0, capacityBytes - usedBytes());
    }

    private long usedBytes() {
        return names.list().stream()
                .mapToLong(name -> names.file(name).orElseThrow().bytes().length)
                .sum();
    }

    @Override
    public void close() {
        // Nothing is held that another test could miss.
    }

    /** Writes what fits, or a part when this operation is to fail. */
    synchronized void write(SimulatedFile file, int offset, byte[] bytes) throws IOException {
        long available = Math.min(Integer.MAX_VALUE, usableBytes()) + file.bytes().length - offset;
        int fitting = (int) Math.min(bytes.length, available);
        try {
            operate();
        } catch (IOException e) {
            file.write(offset, Arrays.copyOf(bytes, random.nextInt(fitting + 1)));
            throw e;
        }
        file.write(offset, Arrays.copyOf(bytes, fitting));
        if (fitting < bytes.length) {
            throw new DiskFullException(bytes.length + " bytes asked for, " + fitting + " free");
        }
    }

    synchronized void truncate(SimulatedFile file, long sizeBytes) throws IOException {
        operate();
        file.truncate((int) sizeBytes);
    }

    void sync(SimulatedFile file) throws IOException {
        hook().run();
        synchronized (this) {
            syncs++;
            try {
                operate();
            } catch (IOException e) {
                file.failSync();
                throw e;
            }
            file.sync(random);
        }
    }

    private synchronized Runnable hook() {
        return beforeSync;
    }

    synchronized byte[] bytes(SimulatedFile file) throws IOException {
        requirePower();
        return file.bytes();
    }

    synchronized int life() {
        return life;
    }

    private void operate() throws IOException {
        requirePower();
        if (operations++ == failingOperation) {
            powered = failure != Failure.POWER;
            String text = failure + " at operation " + failingOperation;
            throw failure == Failure.FULL ? new DiskFullException(text) : new IOException(text);
        }
    }

    private void requirePower() throws IOException {
        if (!powered) {
            throw new IOException("no power");
        }
    }

    @Override
    public String toString() {
        return "simulated disk";
    }
}
