package io.maimen.driver.astm;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.observation.Bytes;
import java.time.Duration;
import java.util.List;

/**
 * The sender of LIS01-A2 section 6: a session of our own, in which an analyser that asked for orders (Q) is told that there are
 * none. Nobody orders through this gateway, and an analyser without an answer would wait. Source: LIS01-A2 sections 6.3 to 6.5
 * for the line, LIS02-A2 section 13 for the {@code I} of the L record. Confined to its session's thread.
 */
final class QueryAnswer {
    private static final List<Bytes> FRAMES =
            List.of(Lis01Frame.encode(1, "H|\\^&|||Maimen|||||||P|LIS02-A2\r"), Lis01Frame.encode(2, "L|1|I\r"));

    private static final Duration FOR_A_REPLY = Duration.ofSeconds(15);
    private static final Duration AFTER_BUSY = Duration.ofSeconds(10);
    /** Of two that ask at once the host waits longer. */
    private static final Duration AFTER_CONTENTION = Duration.ofSeconds(20);

    private static final int MOST_TIMES = 6;

    private State state = State.NONE;
    private int frame;
    private int times;

    private enum State {
        /** Nobody asked. */
        NONE,
        /** An answer is owed, and the line is not ours. */
        OWED,
        ENQUIRED,
        SENT
    }

    /** An analyser has asked; {@link #begin} when its session is over. */
    void owe() {
        if (state == State.NONE) {
            state = State.OWED;
            times = 0;
        }
    }

    /** Whether a byte is the analyser's reply to us. */
    boolean awaits(byte value) {
        return switch (value) {
            case Control.ACK, Control.NAK, Control.EOT -> state == State.ENQUIRED || state == State.SENT;
            case Control.ENQ -> state == State.ENQUIRED;
            default -> false;
        };
    }

    /** The line is free: asks for it, where an answer is owed. */
    List<DriverAction> begin() {
        if (state != State.OWED) {
            return List.of();
        }
        if (times++ == MOST_TIMES) {
            return giveUp();
        }
        state = State.ENQUIRED;
        return write(Bytes.of(Control.ENQ), FOR_A_REPLY);
    }

    /** The reply to ENQ or to a frame. */
    List<DriverAction> reply(byte reply) {
        return state == State.ENQUIRED ? enquired(reply) : sent(reply);
    }

    private List<DriverAction> enquired(byte reply) {
        if (reply == Control.ACK) {
            state = State.SENT;
            frame = 0;
            times = 0;
            return next();
        }
        state = State.OWED;
        return List.of(new Wake(reply == Control.ENQ ? AFTER_CONTENTION : AFTER_BUSY));
    }

    /** EOT instead of ACK: taken, and a wish to be let speak soon, which two frames fulfil. */
    private List<DriverAction> sent(byte reply) {
        if (reply == Control.ACK || reply == Control.EOT) {
            frame++;
            times = 0;
        }
        return frame == FRAMES.size() || times == MOST_TIMES ? giveUp() : next();
    }

    private List<DriverAction> next() {
        times++;
        return write(FRAMES.get(frame), FOR_A_REPLY);
    }

    /** No reply in time, or the time to ask again. */
    List<DriverAction> elapsed() {
        return state == State.OWED ? begin() : giveUp();
    }

    /** Done, or not to be had: whoever still wants an answer asks again. */
    private List<DriverAction> giveUp() {
        boolean ours = state == State.ENQUIRED || state == State.SENT;
        state = State.NONE;
        return ours ? List.of(new Write(Channel.STREAM, Bytes.of(Control.EOT))) : List.of();
    }

    /** The connection is gone. */
    void forget() {
        state = State.NONE;
    }

    /** The analyser began a session of its own: ours is over, and begins again after it. */
    void interrupted() {
        if (state == State.SENT) {
            state = State.OWED;
        }
    }

    private static List<DriverAction> write(Bytes bytes, Duration patience) {
        return List.of(new Write(Channel.STREAM, bytes), new Wake(patience));
    }
}
