package io.maimen.simulator.device.astm;

import io.maimen.simulator.device.astm.SendOutcome.Again;
import io.maimen.simulator.device.astm.SendOutcome.Taken;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * The sending side of LIS01-A2: establishment, transfer, termination. Confined to one thread.
 *
 * <p>Source: LIS01-A2 6.3 to 6.5; docs/devices/astm-analyser.md, "Session".
 */
final class FrameSender {
    private static final int MAX_SENDINGS = 6;

    private final Line line;
    private final LineTimes times;
    /** An ENQ went unanswered: its answer may still come, and must not be taken for that to a frame. */
    private boolean unanswered;

    FrameSender(Line line, LineTimes times) {
        this.line = line;
        this.times = times;
    }

    /**
     * One session with one message.
     *
     * @param records without CR, one frame each
     * @param beforeFrame is told the index of a record before its frame goes out, again for each repetition
     */
    SendOutcome send(List<String> records, IntConsumer beforeFrame) throws IOException {
        drain();
        line.write(Frame.ENQ);
        OptionalInt answer = line.read(times.reply());
        if (answer.isEmpty()) {
            unanswered = true;
            return stop("no answer to ENQ", Duration.ZERO);
        }
        switch (answer.getAsInt()) {
            case Frame.ACK -> {
                if (unanswered && line.read(times.settle()).isPresent()) {
                    return stop("more answers than questions", Duration.ZERO);
                }
                unanswered = false;
                return transfer(records, beforeFrame);
            }
            case Frame.NAK -> {
                return new Again("NAK to ENQ", times.busy());
            }
            case Frame.ENQ -> {
                return new Again("ENQ to ENQ: both want to send", times.contention());
            }
            default -> {
                return stop("byte " + answer.getAsInt() + " to ENQ", times.contention());
            }
        }
    }

    /** Leaves the line alone for {@code pause}; a gateway that asks to send is told that nobody listens. */
    void pause(Duration pause) throws IOException {
        OptionalInt heard = line.read(pause);
        if (heard.isPresent() && heard.getAsInt() == Frame.ENQ) {
            line.write(Frame.NAK);
        }
    }

    private SendOutcome transfer(List<String> records, IntConsumer beforeFrame) throws IOException {
        for (int i = 0; i < records.size(); i++) {
            byte[] frame = Frame.of(i + 1, records.get(i));
            boolean acknowledged = false;
            for (int sending = 1; !acknowledged; sending++) {
                if (sending > MAX_SENDINGS) {
                    return stop("frame " + (i + 1) + " refused " + MAX_SENDINGS + " times", times.busy());
                }
                if (line.read(Duration.ZERO).isPresent()) {
                    // Answers carry no number: one that nobody asked for would be counted for the wrong frame.
                    return stop("an answer before frame " + (i + 1), times.contention());
                }
                beforeFrame.accept(i);
                line.write(frame);
                OptionalInt answer = line.read(times.reply());
                if (answer.isEmpty()) {
                    unanswered = true;
                    return stop("no answer to frame " + (i + 1), Duration.ZERO);
                }
                acknowledged = answer.getAsInt() == Frame.ACK;
            }
        }
        line.write(Frame.EOT);
        return new Taken();
    }

    private SendOutcome stop(String reason, Duration pause) throws IOException {
        line.write(Frame.EOT);
        return new Again(reason, pause);
    }

    private void drain() throws IOException {
        OptionalInt old = line.read(Duration.ZERO);
        while (old.isPresent()) {
            old = line.read(Duration.ZERO);
        }
    }
}
