package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.observation.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Asks a device for its stored records, once a connection: how many there are, then those that are wanted. Nothing is deleted: what the
 * device keeps it sends again at the next connection, and a reading's identity says that it is known. Source: Glucose Service
 * 1.0.1, section 3.4. Confined to its session's thread.
 */
final class RecordDownload {
    /** Silence after which the procedure is taken for stuck (section 3.4.3). */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Bytes request;
    private State state = State.IDLE;
    private Instant heardAt = Instant.EPOCH;

    private enum State {
        IDLE,
        COUNTING,
        DOWNLOADING,
        DONE
    }

    /** @param request which records are wanted, as {@link RecordAccess} writes it */
    RecordDownload(Bytes request) {
        this.request = request;
    }

    /** After the subscriptions: a device that is asked before it is listened to answers nobody. */
    List<DriverAction> begin(Instant now) {
        state = State.COUNTING;
        heardAt = now;
        return ask(RecordAccess.countAll());
    }

    /** A record came. */
    void heard(Instant now) {
        heardAt = now;
    }

    /** A device without the control point has no records to be asked for. */
    void cancel() {
        state = State.DONE;
    }

    /** What the control point says: a count, or how a procedure ended. No records is no error. */
    List<DriverAction> answered(Received received) {
        heardAt = received.at().instant();
        Decoded<RecordAccess> read = RecordAccess.DECODER.read(received.bytes().asBuffer());
        if (!(read instanceof Decoded.Frame<RecordAccess> frame)) {
            return List.of();
        }
        RecordAccess answer = frame.frame();
        boolean refused = answer.opcode() == RecordAccess.RESPONSE
                && answer.response() != RecordAccess.SUCCESS
                && answer.response() != RecordAccess.NO_RECORDS;
        if (state == State.COUNTING && (refused || answer.count().orElse(0) > 0)) {
            // A meter that cannot count can still report.
            state = State.DOWNLOADING;
            return ask(request);
        }
        boolean stuck = state == State.DOWNLOADING && refused;
        state = State.DONE;
        return stuck
                ? List.of(new Close("GATT-012 the device must report its records but answered " + answer.response()))
                : List.of();
    }

    /** After a while without anything: gives up, and the next connection begins again. */
    List<DriverAction> elapsed(Instant now) {
        if (state == State.IDLE || state == State.DONE) {
            return List.of();
        }
        Duration left = PATIENCE.minus(Duration.between(heardAt, now));
        if (!left.isNegative() && !left.isZero()) {
            return List.of(new Wake(left));
        }
        state = State.DONE;
        return List.of(
                new Write(Characteristic.RECORD_ACCESS_CONTROL_POINT, RecordAccess.abort()),
                new Close(
                        "GATT-013 the device must send its records but was silent for " + PATIENCE.toSeconds() + " s"));
    }

    private static List<DriverAction> ask(Bytes request) {
        return List.of(new Write(Characteristic.RECORD_ACCESS_CONTROL_POINT, request), new Wake(PATIENCE));
    }
}
