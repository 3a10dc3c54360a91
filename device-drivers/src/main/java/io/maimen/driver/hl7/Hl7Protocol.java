package io.maimen.driver.hl7;

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
import io.maimen.driver.frame.FrameCutter;
import io.maimen.driver.frame.FrameCutter.Piece;
import io.maimen.driver.hl7.Answer.Outcome;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.time.ReceiveTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The receiver of MLLP. A message is answered with the outcome of its Store: AA, or AE so that it is sent again; one that is
 * no HL7, or not ours to read, goes to quarantine and is answered AR. The same message again is answered again and not
 * stored twice. Confined to its session's thread.
 */
final class Hl7Protocol implements DeviceProtocol {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int REMEMBERED = 256;
    private static final int MOST_PENDING = 64;
    private static final Set<String> RESULTS = Set.of("ORU^R01", "ORU^R30", "OUL^R22");

    private final DeviceContext context;
    private final Hl7Options options;
    private final FrameCutter cutter = MllpFrame.cutter(MllpDecoder.MAX_FRAME_BYTES);
    private final Map<StoreId, Pending> pending = new LinkedHashMap<>();
    /** By control id; the bytes' name, since a sender that begins to count anew sends other bytes. */
    private final Map<String, RawFrameRef> stored = new LinkedHashMap<>();

    private long storesAsked;
    private long answers;
    private List<DriverAction> actions = new ArrayList<>();

    /** A message whose outcome is awaited. */
    private record Pending(RawFrame raw, String controlId, Answer answer, List<DecodeError> refusals) {}

    Hl7Protocol(DeviceContext context) {
        this.context = context;
        options = Hl7Options.of(context.options());
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        actions = new ArrayList<>();
        if (event instanceof Received received) {
            cutter.read(received.bytes().asBuffer()).forEach(piece -> on(piece, received.at()));
            if (cutter.pendingBytes() > 0) {
                actions.add(new Wake(SILENCE));
            }
        } else if (event instanceof Stored outcome && pending.containsKey(outcome.storeId())) {
            stored(pending.remove(outcome.storeId()));
        } else if (event instanceof NotStored outcome && pending.containsKey(outcome.storeId())) {
            Pending message = pending.remove(outcome.storeId());
            answer(
                    message.answer(),
                    Outcome.NOT_STORED,
                    message.raw().receivedAt().instant());
        } else if (event instanceof Elapsed elapsed) {
            end(elapsed.now());
        } else if (event instanceof Disconnected disconnected) {
            end(disconnected.at());
            pending.clear();
        }
        return List.copyOf(actions);
    }

    private void on(Piece piece, ReceiveTime at) {
        if (piece instanceof Piece.Whole whole) {
            message(new RawFrame(whole.bytes(), at));
        } else {
            actions.add(new Reject(MllpDecoder.error(piece), new RawFrame(piece.bytes(), at)));
        }
    }

    private void message(RawFrame raw) {
        Decoded<Hl7Message> read =
                Hl7Message.read(MllpFrame.message(raw.bytes()).toArray());
        if (read instanceof Decoded.Refused<Hl7Message> refused) {
            actions.add(new Reject(refused.error(), raw));
            // Its header may be readable all the same; a sender told AR does not send it for ever.
            Hl7Message.header(MllpFrame.message(raw.bytes()).toArray())
                    .ifPresent(answer ->
                            answer(answer, Outcome.MALFORMED, raw.receivedAt().instant()));
            return;
        }
        Hl7Message message = ((Decoded.Frame<Hl7Message>) read).frame();
        Answer answer = Answer.to(message);
        String controlId = message.header().field(10);
        String type = message.header().component(9, 1) + "^" + message.header().component(9, 2);
        if (message.header().component(9, 1).equals("ACK")) {
            actions.add(new Reject(new DecodeError("HL7-009", 0, "message must be a result but was an answer"), raw));
        } else if (!RESULTS.contains(type)) {
            actions.add(new Reject(new DecodeError("HL7-008", 0, "message must be ORU^R01 but was " + type), raw));
            answer(answer, Outcome.UNSUPPORTED, raw.receivedAt().instant());
        } else if (raw.ref().equals(stored.get(controlId))) {
            answer(answer, Outcome.STORED, raw.receivedAt().instant());
        } else if (pending.size() == MOST_PENDING) {
            answer(answer, Outcome.NOT_STORED, raw.receivedAt().instant());
        } else if (pending.values().stream()
                .noneMatch(before -> before.raw().ref().equals(raw.ref()))) {
            store(message, controlId, answer, raw);
        }
    }

    private void store(Hl7Message message, String controlId, Answer answer, RawFrame raw) {
        List<FrameField> fields = Hl7Fields.of(message.text(), 1);
        RawFrame shown = new RawFrame(
                raw.bytes(), raw.receivedAt(), fields.subList(0, Math.min(fields.size(), RawFrame.MOST_FIELDS)));
        ResultReader results = new ResultReader(context, options, message);
        boolean simulated = options.results().simulated()
                || Set.of("T", "D").contains(message.header().field(11));
        List<Observation> observations = results.results().stream()
                .map(result -> result.observation(context, Hl7Driver.REF, shown, simulated))
                .toList();
        StoreId storeId = new StoreId(storesAsked++);
        pending.put(storeId, new Pending(shown, controlId, answer, results.refusals()));
        actions.add(new Store(storeId, List.of(shown), observations));
    }

    private void stored(Pending message) {
        message.refusals().forEach(error -> actions.add(new Reject(error, message.raw())));
        stored.put(message.controlId(), message.raw().ref());
        if (stored.size() > REMEMBERED) {
            stored.remove(stored.keySet().iterator().next());
        }
        answer(message.answer(), Outcome.STORED, message.raw().receivedAt().instant());
    }

    private void end(Instant at) {
        Optional<Piece> left = cutter.end();
        left.ifPresent(piece -> on(piece, new ReceiveTime(at)));
    }

    private void answer(Answer answer, Outcome outcome, Instant at) {
        for (Bytes frame : answer.frames(outcome, at, answers++)) {
            actions.add(new Write(Channel.STREAM, frame));
        }
    }
}
