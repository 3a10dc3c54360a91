package io.maimen.simulator.device.astm;

import java.time.Duration;

/**
 * How long the analyser waits. Source: LIS01-A2 6.5.
 *
 * @param reply for the answer to ENQ or to a frame
 * @param busy after NAK to ENQ, before the next
 * @param contention when both asked at once: the host yields, so the analyser asks again soon
 * @param settle after silence and a late ACK: whether more answers to old questions come
 */
record LineTimes(Duration reply, Duration busy, Duration contention, Duration settle) {
    static final LineTimes STANDARD = new LineTimes(
            Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMillis(200));

    /** The same with other waits for an answer and for a busy gateway, for tests in a hurry. */
    LineTimes with(Duration reply, Duration busy) {
        return new LineTimes(reply, busy, contention, settle);
    }
}
