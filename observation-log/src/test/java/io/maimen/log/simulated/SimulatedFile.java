package io.maimen.log.simulated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a file holds for its readers, and what of that would survive a power cut. */
final class SimulatedFile {
    private static final int BLOCK_BYTES = 32;

    private final List<Change> unsynced = new ArrayList<>();
    private byte[] durable = {};
    private byte[] current = {};
    /** So many of the first unsynced changes were given up by a sync that failed: no later sync writes them. */
    private int givenUp;

    byte[] bytes() {
        return current;
    }

    void write(int offset, byte[] bytes) {
        change(new Change(offset, bytes, false));
    }

    void truncate(int size) {
        change(new Change(size, new byte[0], true));
    }

    private void change(Change change) {
        unsynced.add(change);
        current = change.applied(current);
    }

    void flipBit(long bit) {
        int at = (int) (bit / Byte.SIZE);
        current[at] ^= (byte) (1 << bit % Byte.SIZE);
        durable = current.clone();
    }

    /** Everything becomes durable, but what an earlier sync gave up: of that, anything. */
    void sync(RandomGenerator random) {
        for (int i = 0; i < unsynced.size(); i++) {
            Change change = unsynced.get(i);
            durable = i < givenUp ? change.survivor(durable, random, new byte[0]) : change.applied(durable);
        }
        unsynced.clear();
        givenUp = 0;
    }

    /** The kernel reports the error once and from then on holds the pages for clean. */
    void failSync() {
        givenUp = unsynced.size();
    }

    /** Of each unsynced change nothing, a part or all arrived; where data never came, old bytes may show. */
    void cutPower(RandomGenerator random, byte[] stale) {
        for (Change change : unsynced) {
            durable = change.survivor(durable, random, stale);
        }
        current = durable;
        unsynced.clear();
        givenUp = 0;
    }

    /** Bytes written at an offset, or the file cut there. */
    private static final class Change {
        private final int offset;
        private final byte[] bytes;
        private final boolean cut;

        Change(int offset, byte[] bytes, boolean cut) {
            this.offset = offset;
            this.bytes = bytes;
            this.cut = cut;
        }

        byte[] applied(byte[] content) {
            int end = offset + bytes.length;
            byte[] result = Arrays.copyOf(content, cut ? end : Math.max(end, content.length));
            System.arraycopy(bytes, 0, result, offset, bytes.length);
            return result;
        }

        byte[] survivor(byte[] content, RandomGenerator random, byte[] stale) {
            return switch (random.nextInt(4)) {
                case 0 -> content;
                case 1 -> applied(content);
                case 2 -> torn(random.nextInt(bytes.length + 1)).applied(content);
                default -> someBlocks(content, random, random.nextBoolean() ? stale : new byte[0]);
            };
        }

        private Change torn(int length) {
            return new Change(offset, Arrays.copyOf(bytes, length), cut);
        }

        /** The file has its new length, but only some blocks have the new bytes; what is new and missing shows old ones. */
        private byte[] someBlocks(byte[] content, RandomGenerator random, byte[] stale) {
            byte[] result = applied(content);
            byte[] before = Arrays.copyOf(stale, result.length);
            System.arraycopy(content, 0, before, 0, Math.min(content.length, before.length));
            for (int start = offset; start < result.length; start += BLOCK_BYTES) {
                if (random.nextBoolean()) {
                    System.arraycopy(before, start, result, start, Math.min(BLOCK_BYTES, result.length - start));
                }
            }
            return result;
        }
    }
}
