package io.maimen.simulator.device.senml;

import java.time.Duration;

/** A cuff's way to whoever takes its readings. Confined to one thread. */
interface CuffLine extends AutoCloseable {
    /** Sends a pack and waits, not for ever, for what becomes of it. */
    Answer send(byte[] pack) throws InterruptedException;

    @Override
    void close();

    /** What a pack was answered with. */
    sealed interface Answer {
        /** 2.04, PUBACK 0x00: stored. */
        record Stored() implements Answer {}

        /** 4.00, PUBACK 0x99: no pack. */
        record Refused() implements Answer {}

        /** Anything else, or nothing: the same pack again, but not before {@code pause} is over. */
        record Again(Duration pause, String reason) implements Answer {}
    }
}
