package io.maimen.driver.astm;

import io.maimen.driver.DecodeError;
import java.util.Optional;

/**
 * A session between ENQ and EOT, as far as its frames were stored. Immutable.
 *
 * @param last the frame before the next one; empty right after ENQ
 * @param message as far as it has come
 */
record Session(Optional<Lis01Frame> last, Message message) {
    /** Right after ENQ. */
    static final Session BEGUN = new Session(Optional.empty(), Message.NONE);

    private static final int FIRST_NUMBER = 1;

    /** True when this is the frame before, sent again because its sender missed our answer. */
    boolean isRepeated(Lis01Frame frame) {
        return last.filter(frame::equals).isPresent();
    }

    /** What is wrong with the frame's number; empty when it is the next one. */
    Optional<DecodeError> outOfOrder(Lis01Frame frame) {
        int expected = last.map(Lis01Frame::nextNumber).orElse(FIRST_NUMBER);
        if (frame.number() == expected) {
            return Optional.empty();
        }
        boolean sameNumber =
                last.filter(before -> before.number() == frame.number()).isPresent();
        return Optional.of(new DecodeError(
                sameNumber ? "AST-012" : "AST-011",
                Lis01Frame.NUMBER_OFFSET,
                "frame number must be " + expected + " but was " + frame.number()
                        + (sameNumber ? ", that of the frame before with another text" : "")));
    }

    /** The session after {@code frame} was stored. */
    Session after(Lis01Frame frame, Message next) {
        return new Session(Optional.of(frame), next);
    }
}
