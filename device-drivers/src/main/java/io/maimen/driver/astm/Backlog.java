package io.maimen.driver.astm;

import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** What a device sent while its frame was still being stored, up to a limit in bytes. Confined to its protocol's thread. */
final class Backlog {
    private final int maxBytes;
    private final Deque<Part> parts = new ArrayDeque<>();
    private int heldBytes;

    /** Bytes that arrived together. */
    record Part(Bytes bytes, ReceiveTime at) {
        /** Without its first {@code read} bytes. */
        Part from(int read) {
            byte[] all = bytes.toArray();
            return new Part(Bytes.of(Arrays.copyOfRange(all, read, all.length)), at);
        }
    }

    Backlog(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Keeps what arrived; false when there is no room for it. */
    boolean add(Part part) {
        if (part.bytes().size() > maxBytes - heldBytes) {
            return false;
        }
        parts.addLast(part);
        heldBytes += part.bytes().size();
        return true;
    }

    /** Puts back what was taken but not read yet; it comes first again. */
    void putBack(Part part) {
        if (part.bytes().size() > 0) {
            parts.addFirst(part);
            heldBytes += part.bytes().size();
        }
    }

    /** The oldest part, no longer kept here. */
    Optional<Part> take() {
        Optional<Part> part = Optional.ofNullable(parts.pollFirst());
        part.ifPresent(taken -> heldBytes -= taken.bytes().size());
        return part;
    }

    /** True when the device has begun something new and so waits no longer for an answer to what it sent before. */
    boolean talkedOn() {
        for (Part part : parts) {
            for (byte value : part.bytes().toArray()) {
                if (Control.opens(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    void clear() {
        parts.clear();
        heldBytes = 0;
    }
}
