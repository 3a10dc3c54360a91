package io.maimen.simulator.device.ecg;

import java.util.function.Consumer;

/** The way to the gateway. */
interface BlockChannel {
    /** How a publication was answered. */
    enum Answer {
        /** PUBACK 0x00. */
        STORED,
        /** PUBACK 0x99: the bytes are no block. */
        REFUSED,
        /** Any other PUBACK, or the connection broke: send it again. */
        AGAIN
    }

    /** Whether blocks can be sent; starts connecting when not. */
    boolean ready();

    /** Publishes; the answer may come on any thread, once or never. */
    void publish(byte[] block, Consumer<Answer> answered);
}
