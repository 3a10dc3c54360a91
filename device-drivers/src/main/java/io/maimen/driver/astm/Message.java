package io.maimen.driver.astm;

import io.maimen.observation.RawFrame;
import java.util.Optional;

/**
 * How far a message has come: what the records so far say about those to come. Immutable, so that a frame that could not
 * be stored leaves no trace and is read afresh when it is sent again.
 *
 * @param header of the message; empty until its H record came
 * @param order that the next results belong to
 * @param begun the record that is still incomplete
 * @param asked whether a Q record wants to know what is ordered
 * @param unfinished the last frame while the L record is awaited; empty before the first frame and after L
 */
record Message(Optional<Header> header, Order order, BegunRecord begun, boolean asked, Optional<RawFrame> unfinished) {
    /** Whether it is whole and wants an answer. */
    boolean wantsAnswer() {
        return asked && unfinished.isEmpty();
    }

    /** Nothing was received yet. */
    static final Message NONE = new Message(Optional.empty(), Order.NONE, BegunRecord.NONE, false, Optional.empty());
}
