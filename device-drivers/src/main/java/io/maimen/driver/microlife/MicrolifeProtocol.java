package io.maimen.driver.microlife;

import io.maimen.driver.Channel;
import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.frame.FrameStream;
import io.maimen.driver.frame.FrameStream.Piece;
import io.maimen.driver.reading.CuffReading;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.RawFrame;
import io.maimen.observation.time.ReceiveTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One cuff that is asked for its memory and sends all of it in one long frame, a notification at a time. Nothing is deleted:
 * the same record has the same identity when it is sent again. Confined to the session's thread.
 */
final class MicrolifeProtocol implements DeviceProtocol {
    static final Channel NOTIFICATIONS = new Channel("0000fff1-0000-1000-8000-00805f9b34fb");
    static final Channel COMMANDS = new Channel("0000fff2-0000-1000-8000-00805f9b34fb");
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    static final Write ASK = new Write(
            COMMANDS,
            new MicrolifeFrame(
                            true,
                            Bytes.of((byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0xFD))
                    .bytes());

    private static final int MOST_TRIES = 5;
    private static final int FIRST_RECORD = 38;

    private final Origin origin;
    private final Unstored unstored = new Unstored();
    private FrameStream<MicrolifeFrame> stream = new FrameStream<>(new MicrolifeFormat());
    /** A frame that was put aside for what it says. */
    private Optional<Bytes> doubted = Optional.empty();

    private int tries = 1;
    private boolean done;

    MicrolifeProtocol(DeviceContext context) {
        origin = Origin.of(context, MicrolifeDriver.REF);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected) {
            return List.of(new Subscribe(NOTIFICATIONS, SubscribeMode.NOTIFY), ASK, new Wake(ANSWER_WITHIN));
        }
        if (event instanceof Received received) {
            return stream.read(received.bytes().asBuffer()).stream()
                    .flatMap(piece -> actions(piece, received.at()).stream())
                    .toList();
        }
        List<DriverAction> actions = new ArrayList<>(unstored.on(event));
        if (event instanceof Elapsed elapsed && !done) {
            tries++;
            actions.addAll(putAside(new ReceiveTime(elapsed.now())));
            actions.addAll(
                    tries > MOST_TRIES
                            ? List.of(new Close("OMR-025 the cuff must answer when asked for its memory but did not in "
                                    + MOST_TRIES + " tries; hold its button and pair it again"))
                            : List.of(ASK, new Wake(ANSWER_WITHIN)));
        }
        return event instanceof Elapsed || event instanceof Disconnected ? actions : List.of();
    }

    /** An answer cut short must not be finished by the next: one in 256 such frames has the right sum. */
    private List<DriverAction> putAside(ReceiveTime at) {
        List<DriverAction> rejected = stream.end().stream()
                .flatMap(piece -> actions(piece, at).stream())
                .toList();
        stream = new FrameStream<>(new MicrolifeFormat());
        return rejected;
    }

    private List<DriverAction> actions(Piece<MicrolifeFrame> piece, ReceiveTime at) {
        if (piece.decoded() instanceof Decoded.Refused<MicrolifeFrame> refused) {
            return List.of(new Reject(refused.error(), new RawFrame(piece.bytes(), at)));
        }
        Bytes payload =
                ((Decoded.Frame<MicrolifeFrame>) piece.decoded()).frame().payload();
        if (payload.size() < FIRST_RECORD) {
            return List.of(); // a mere acknowledgement
        }
        Map<Integer, MicrolifeRecord> records = records(payload);
        Optional<Integer> impossible = records.keySet().stream()
                .filter(place -> !records.get(place).plausible())
                .findFirst();
        if (impossible.isPresent() && !doubted.equals(Optional.of(piece.bytes()))) {
            doubted = Optional.of(piece.bytes());
            return List.of(new Reject(
                    new DecodeError(
                            "OMR-028",
                            MicrolifeFrame.HEADER + impossible.get(),
                            "systolic must be above diastolic but was not: a piece of the frame is missing, though its"
                                    + " sum is right"),
                    new RawFrame(piece.bytes(), at)));
        }
        done = true;
        // Said twice, byte by byte, it is what the cuff holds; then only the impossible record is left out.
        records.values().removeIf(record -> !record.plausible());
        List<DriverAction> actions = new ArrayList<>();
        records.forEach(
                (place, record) -> actions.add(store(record, piece.bytes(), MicrolifeFrame.HEADER + place, at)));
        actions.add(new Close("the cuff's memory is read"));
        return actions;
    }

    /** Those that were ever written, by their place in the payload. */
    private static Map<Integer, MicrolifeRecord> records(Bytes payload) {
        Map<Integer, MicrolifeRecord> records = new LinkedHashMap<>();
        for (int place = FIRST_RECORD;
                place + MicrolifeRecord.LENGTH <= payload.size();
                place += MicrolifeRecord.LENGTH) {
            Decoded<MicrolifeRecord> read =
                    MicrolifeRecord.read(payload.asBuffer().slice(place, MicrolifeRecord.LENGTH));
            if (read instanceof Decoded.Frame<MicrolifeRecord> record) {
                records.put(place, record.frame());
            }
        }
        return records;
    }

    private DriverAction store(MicrolifeRecord record, Bytes bytes, int place, ReceiveTime at) {
        List<FrameField> fields = record.fields().stream()
                .map(field -> new FrameField(
                        field.name(), field.value(), field.unit(), field.offset() + place, field.length()))
                .toList();
        RawFrame frame = new RawFrame(bytes, at, fields);
        CuffReading reading = new CuffReading(
                record.systolic(),
                record.diastolic(),
                OptionalInt.empty(),
                record.pulse(),
                record.deviceTime(origin.context().place()),
                Optional.empty(),
                Set.of());
        return unstored.store(frame, reading.observations(origin, frame, unstored.number()));
    }
}
