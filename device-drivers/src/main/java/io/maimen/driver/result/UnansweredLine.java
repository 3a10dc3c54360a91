package io.maimen.driver.result;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.frame.FrameCutter;
import io.maimen.driver.frame.FrameCutter.Piece;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.FrameField;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.time.ReceiveTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An analyser that sends its results and asks for no answer: what arrives is kept, if need be tried again, since it comes only
 * once; what is no frame goes to quarantine, also the beginning of one that falls silent. Confined to its session's thread.
 */
public final class UnansweredLine implements DeviceProtocol {
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final FrameCutter cutter;
    private final String noFrameCode;
    private final Reader reader;
    private final Unstored unstored = new Unstored();

    /** How one whole frame is read. */
    public interface Reader {
        /** What it brought, or why it is no frame; never throws. */
        Decoded<Reading> read(RawFrame frame);
    }

    /**
     * What a frame brought. Immutable.
     *
     * @param fields for the eye that looks at the frame
     * @param refusals of single results
     */
    public record Reading(List<FrameField> fields, List<Observation> observations, List<DecodeError> refusals) {
        public Reading {
            fields = List.copyOf(fields);
            observations = List.copyOf(observations);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * A line of which no byte came yet.
     *
     * @param noFrameCode the code for bytes that are no whole frame
     */
    public UnansweredLine(FrameCutter cutter, String noFrameCode, Reader reader) {
        this.cutter = cutter;
        this.noFrameCode = noFrameCode;
        this.reader = reader;
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        List<DriverAction> actions = new ArrayList<>();
        if (event instanceof Received received) {
            cutter.read(received.bytes().asBuffer()).forEach(piece -> add(piece, received.at(), actions));
            if (cutter.pendingBytes() > 0) {
                actions.add(new Wake(SILENCE));
            }
        } else if (event instanceof Elapsed elapsed) {
            end(elapsed.now(), actions);
        } else if (event instanceof Disconnected disconnected) {
            end(disconnected.at(), actions);
        }
        actions.addAll(unstored.on(event));
        return actions;
    }

    private void end(Instant at, List<DriverAction> actions) {
        cutter.end().ifPresent(piece -> add(piece, new ReceiveTime(at), actions));
    }

    private void add(Piece piece, ReceiveTime at, List<DriverAction> actions) {
        RawFrame raw = new RawFrame(piece.bytes(), at);
        if (!(piece instanceof Piece.Whole)) {
            actions.add(new Reject(new DecodeError(noFrameCode, 0, "bytes must be a whole frame but were not"), raw));
            return;
        }
        Decoded<Reading> decoded = reader.read(raw);
        if (decoded instanceof Decoded.Refused<Reading> refused) {
            actions.add(new Reject(refused.error(), raw));
            return;
        }
        Reading reading = ((Decoded.Frame<Reading>) decoded).frame();
        RawFrame shown = new RawFrame(raw.bytes(), at, reading.fields());
        actions.add(unstored.store(shown, reading.observations()));
        reading.refusals().forEach(error -> actions.add(new Reject(error, shown)));
    }
}
