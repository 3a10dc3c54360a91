package io.maimen.simulator.device.ecg;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The patch's memory: blocks that nobody has taken yet, oldest first. Confined to one thread. */
final class BlockMemory {
    private final int capacity;
    private final int window;
    private final Duration answerTime;
    private final Map<String, EcgBlock> blocks = new LinkedHashMap<>();
    private final Map<String, Instant> askedAgainAt = new LinkedHashMap<>();

    /**
     * @param capacity blocks; when full the oldest makes room, as in a patch that was away too long
     * @param window blocks that may wait for their answer at once
     * @param answerTime after which a block without an answer is sent again
     */
    BlockMemory(int capacity, int window, Duration answerTime) {
        this.capacity = capacity;
        this.window = window;
        this.answerTime = answerTime;
    }

    /** Keeps a block. False when the oldest had to go for it. */
    boolean keep(EcgBlock block) {
        boolean full = blocks.size() >= capacity;
        if (full) {
            forget(blocks.keySet().iterator().next());
        }
        blocks.put(block.key(), block);
        return !full;
    }

    /** The blocks to send now, in order; they count as waiting for an answer from {@code now} on. */
    List<EcgBlock> due(Instant now) {
        List<EcgBlock> due = new ArrayList<>();
        for (EcgBlock block : blocks.values()) {
            Instant again = askedAgainAt.get(block.key());
            boolean send = again == null ? askedAgainAt.size() < window : !now.isBefore(again);
            if (send) {
                askedAgainAt.put(block.key(), now.plus(answerTime));
                due.add(block);
            }
        }
        return due;
    }

    /** Whether it was still there. */
    boolean forget(String key) {
        askedAgainAt.remove(key);
        return blocks.remove(key) != null;
    }

    /** The connection is gone: no answer will come for what was sent on it. */
    void disconnected() {
        askedAgainAt.clear();
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }
}
