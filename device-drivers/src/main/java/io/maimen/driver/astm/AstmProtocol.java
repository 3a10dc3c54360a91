package io.maimen.driver.astm;

import io.maimen.driver.Channel;
import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.StoreId;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.RawFrame;
import io.maimen.observation.time.ReceiveTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The receiver of LIS01-A2 section 6 over one line, and the sender of an answer where one was asked for. A frame is answered only with the outcome of its Store; what the
 * device sends meanwhile waits, and if it has begun anew by then the answer it no longer waits for is left unsaid: a late
 * ACK would be taken for the answer to what came after. Confined to its session's thread.
 */
final class AstmProtocol implements DeviceProtocol {
    private static final Bytes ACK = Bytes.of(Control.ACK);
    private static final Bytes NAK = Bytes.of(Control.NAK);
    /** The silence watch is set again this often inside a frame; at 300 baud this many bytes take 9 s. */
    private static final int WATCH_EVERY_BYTES = 256;

    private final AstmOptions options;
    private final LineReader line;
    private final MessageReader messages;
    private final Backlog backlog;
    private final QueryAnswer answer = new QueryAnswer();
    private Optional<Session> session = Optional.empty();
    private Optional<Pending> pending = Optional.empty();
    private long storesAsked;
    private List<DriverAction> actions = new ArrayList<>();

    /** A frame whose outcome is awaited. */
    private record Pending(StoreId storeId, RawFrame raw, Session next, List<DecodeError> refusals) {}

    AstmProtocol(DeviceContext context, AstmOptions options) {
        this.options = options;
        line = new LineReader(options.maxFrameBytes());
        messages = new MessageReader(context, options);
        backlog = new Backlog(options.maxFrameBytes());
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        actions = new ArrayList<>();
        if (event instanceof Received received) {
            received(new Backlog.Part(received.bytes(), received.at()));
        } else if (event instanceof Stored stored) {
            pending.filter(store -> store.storeId().equals(stored.storeId())).ifPresent(this::stored);
        } else if (event instanceof NotStored notStored) {
            pending.filter(store -> store.storeId().equals(notStored.storeId())).ifPresent(store -> answered(NAK));
        } else if (event instanceof Elapsed elapsed && pending.isEmpty()) {
            endSession("the line was silent for " + options.receiverTimeout().toSeconds() + " s", elapsed.now());
            actions.addAll(answer.elapsed());
        } else if (event instanceof Disconnected disconnected) {
            pending = Optional.empty();
            backlog.clear();
            answer.forget();
            endSession("the connection ended", disconnected.at());
        }
        return List.copyOf(actions);
    }

    private void received(Backlog.Part part) {
        if (pending.isEmpty()) {
            read(part);
        } else if (!backlog.add(part)) {
            reject(
                    new DecodeError(
                            "AST-014",
                            0,
                            "sender must wait for its answer but sent more than " + options.maxFrameBytes() + " bytes"),
                    part.bytes(),
                    part.at());
        }
    }

    /** Reads until the end of the part, or until a frame must be stored first. */
    private void read(Backlog.Part part) {
        byte[] bytes = part.bytes().toArray();
        for (int i = 0; i < bytes.length; i++) {
            if (line.pendingBytes() == 0 && answer.awaits(bytes[i])) {
                actions.addAll(answer.reply(bytes[i]));
                continue;
            }
            for (LineUnit unit : line.read(bytes[i])) {
                on(unit, part.at());
            }
            if (line.pendingBytes() % WATCH_EVERY_BYTES == 1) {
                watch();
            }
            if (pending.isPresent()) {
                backlog.putBack(part.from(i + 1));
                return;
            }
        }
    }

    private void on(LineUnit unit, ReceiveTime at) {
        if (unit instanceof LineUnit.Enquiry) {
            endSession("ENQ began another", at.instant());
            answer.interrupted();
            session = Optional.of(Session.BEGUN);
            answer(ACK);
        } else if (unit instanceof LineUnit.EndOfTransmission) {
            ended(at);
        } else if (unit instanceof LineUnit.WholeFrame frame) {
            frame(new RawFrame(frame.bytes(), at));
        } else if (unit instanceof LineUnit.BadFrame bad) {
            refuse(bad.error(), bad.bytes(), at);
        } else if (unit instanceof LineUnit.BrokenFrame broken) {
            reject(broken.error(), broken.bytes(), at);
        } else if (unit instanceof LineUnit.Noise noise) {
            reject(noise.error(), noise.bytes(), at);
        }
    }

    /** Its sender is done: the line is ours, where we have something to say. */
    private void ended(ReceiveTime at) {
        if (session.filter(done -> done.message().wantsAnswer()).isPresent()) {
            answer.owe();
        }
        endSession("EOT ended it", at.instant());
        actions.addAll(answer.begin());
    }

    private void frame(RawFrame raw) {
        Decoded<Lis01Frame> decoded = Lis01Frame.decode(raw.bytes().toArray());
        if (decoded instanceof Decoded.Refused<Lis01Frame> refused) {
            refuse(refused.error(), raw.bytes(), raw.receivedAt());
        } else if (session.isEmpty()) {
            reject(
                    new DecodeError("AST-010", 0, "frame must come after ENQ but there was none"),
                    raw.bytes(),
                    raw.receivedAt());
        } else {
            frame(raw, ((Decoded.Frame<Lis01Frame>) decoded).frame(), session.get());
        }
    }

    private void frame(RawFrame raw, Lis01Frame frame, Session current) {
        if (current.isRepeated(frame)) {
            answer(ACK);
            return;
        }
        Optional<DecodeError> outOfOrder = options.strictNumbers() ? current.outOfOrder(frame) : Optional.empty();
        if (outOfOrder.isPresent()) {
            refuse(outOfOrder.get(), raw.bytes(), raw.receivedAt());
            return;
        }
        RawFrame told = withFields(raw, frame, current.message());
        MessageReader.Step step = messages.read(current.message(), frame, told);
        StoreId storeId = new StoreId(storesAsked++);
        pending = Optional.of(new Pending(storeId, told, current.after(frame, step.next()), step.refusals()));
        actions.add(new Store(storeId, List.of(told), step.observations()));
    }

    /** The frame with the fields of its records; a frame of nothing but delimiters with the first of them. */
    private RawFrame withFields(RawFrame raw, Lis01Frame frame, Message message) {
        int end = Lis01Frame.TEXT_OFFSET + frame.text().size();
        List<FrameField> fields = FrameFields.within(message, raw.bytes().toArray(), end, options.encoding());
        return new RawFrame(
                raw.bytes(), raw.receivedAt(), fields.subList(0, Math.min(fields.size(), RawFrame.MOST_FIELDS)));
    }

    private void stored(Pending store) {
        session = Optional.of(store.next());
        store.refusals().forEach(error -> actions.add(new Reject(error, store.raw())));
        answered(ACK);
    }

    private void answered(Bytes answer) {
        pending = Optional.empty();
        if (!backlog.talkedOn()) {
            answer(answer);
        }
        while (pending.isEmpty()) {
            Optional<Backlog.Part> part = backlog.take();
            if (part.isEmpty()) {
                return;
            }
            read(part.get());
        }
    }

    /** Ends the session, if there is one, and puts aside what was begun in it. */
    private void endSession(String why, Instant at) {
        line.abandon(why).ifPresent(unit -> on(unit, new ReceiveTime(at)));
        session.flatMap(ended -> ended.message().unfinished())
                .ifPresent(last -> actions.add(new Reject(
                        new DecodeError("AST-013", 0, "message must end with an L record but " + why), last)));
        session = Optional.empty();
    }

    /** A frame that is none: kept aside, and answered where its sender is in a session. */
    private void refuse(DecodeError error, Bytes bytes, ReceiveTime at) {
        reject(error, bytes, at);
        if (session.isPresent()) {
            answer(NAK);
        }
    }

    private void reject(DecodeError error, Bytes bytes, ReceiveTime at) {
        actions.add(new Reject(error, new RawFrame(bytes, at)));
    }

    private void answer(Bytes answer) {
        actions.add(new Write(Channel.STREAM, answer));
        watch();
    }

    private void watch() {
        actions.add(new Wake(options.receiverTimeout()));
    }
}
