package io.maimen.driver.astm;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the records of a message, frame by frame: texts are joined and cut at CR; ETX ends a record too, since some
 * analysers leave its CR out. Source: LIS02-A2 sections 5 to 12. Stateless.
 */
final class MessageReader {
    private final AstmOptions options;
    private final ResultReader results;

    MessageReader(DeviceContext context, AstmOptions options) {
        this.options = options;
        this.results = new ResultReader(context, options);
    }

    /**
     * What one frame brought.
     *
     * @param next the message after it
     * @param observations of the results completed in it
     * @param refusals of records completed in it, each with its place in the frame
     */
    record Step(Message next, List<Observation> observations, List<DecodeError> refusals) {}

    /** {@code message} one frame further; {@code raw} are the frame's bytes. */
    Step read(Message message, Lis01Frame frame, RawFrame raw) {
        Reading reading = new Reading(message, raw);
        byte[] text = frame.text().toArray();
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == Control.CR) {
                reading.add(text, start, i);
                reading.completeRecord(start);
                start = i + 1;
            }
        }
        reading.add(text, start, text.length);
        if (frame.last()) {
            reading.completeRecord(start);
        }
        return reading.step();
    }

    /** One frame's way through the records; lives for one call. */
    private final class Reading {
        private final RawFrame raw;
        private final List<Observation> observations = new ArrayList<>();
        private final List<DecodeError> refusals = new ArrayList<>();
        private Optional<Header> header;
        private Order order;
        private BegunRecord begun;
        private boolean asked;
        private boolean finished;

        Reading(Message message, RawFrame raw) {
            this.raw = raw;
            header = message.header();
            order = message.order();
            begun = message.begun();
            asked = message.asked();
        }

        Step step() {
            Message next = new Message(header, order, begun, asked, finished ? Optional.empty() : Optional.of(raw));
            return new Step(next, List.copyOf(observations), List.copyOf(refusals));
        }

        void add(byte[] text, int from, int to) {
            begun = begun.plus(text, from, to - from, raw.ref(), options.maxFrameBytes());
        }

        void completeRecord(int start) {
            BegunRecord complete = begun;
            begun = BegunRecord.NONE;
            if (complete.tooLong()) {
                refuse(start, "AST-026", "record must be at most " + options.maxFrameBytes() + " bytes but was longer");
                return;
            }
            String text = new String(complete.text().toArray(), options.encoding()).strip();
            if (text.isEmpty()) {
                return;
            }
            finished = false;
            if (text.startsWith("H")) {
                startMessage(text, complete, start);
                return;
            }
            AstmRecord astmRecord =
                    AstmRecord.of(text, header.map(Header::delimiters).orElse(Delimiters.USUAL), options.encoding());
            switch (astmRecord.type()) {
                case "P" -> order = Order.NONE;
                case "O" -> order = Order.of(astmRecord, complete.frames());
                case "R" -> result(astmRecord, complete, start);
                case "Q" -> asked = true;
                case "L" -> finished = true;
                default -> {} // comments, a manufacturer's own: kept with their frame, nothing measured
            }
        }

        private void startMessage(String text, BegunRecord complete, int start) {
            order = Order.NONE;
            asked = false;
            Decoded<Header> decoded = Header.of(text, options.encoding(), complete.frames());
            if (decoded instanceof Decoded.Frame<Header> read) {
                header = Optional.of(read.frame());
            } else {
                header = Optional.empty();
                DecodeError error = ((Decoded.Refused<Header>) decoded).error();
                refuse(start, error.code(), error.reason());
            }
        }

        private void result(AstmRecord result, BegunRecord complete, int start) {
            if (header.isEmpty()) {
                refuse(
                        start,
                        "AST-021",
                        "result must follow a header (H) that could be read; without it simulated or"
                                + " control results could pass for a patient's");
                return;
            }
            Decoded<Observation> decoded =
                    results.read(result, header.get(), order, complete.frames(), raw.receivedAt());
            if (decoded instanceof Decoded.Frame<Observation> observation) {
                observations.add(observation.frame());
            } else {
                DecodeError error = ((Decoded.Refused<Observation>) decoded).error();
                refuse(start, error.code(), error.reason());
            }
        }

        private void refuse(int start, String code, String reason) {
            refusals.add(new DecodeError(code, Lis01Frame.TEXT_OFFSET + start, reason));
        }
    }
}
