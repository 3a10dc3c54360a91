package io.maimen.driver.nonin;

import io.maimen.driver.Decoded;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.frame.FrameStream;
import io.maimen.driver.frame.FrameStream.Piece;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.OximeterReading;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.RawFrame;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line in format 13. The oximeter removes what it has sent and waits for no answer, so each measurement is asked to be stored
 * at once; what arrives damaged is lost but for its bytes. Confined to the session's thread.
 */
record SpotCheckLine(Origin origin, Unstored unstored, FrameStream<SpotCheck> stream) implements NoninLine {
    /** The 9560 came to market then: an earlier clock was never set. */
    private static final int FIRST_PLAUSIBLE_YEAR = 2009;

    SpotCheckLine(Origin origin, Unstored unstored) {
        this(origin, unstored, new FrameStream<>(SpotCheckFormat.DECODER.format()));
    }

    @Override
    public List<DriverAction> read(ByteBuffer bytes, ReceiveTime at) {
        return stream.read(bytes).stream().map(piece -> action(piece, at)).toList();
    }

    @Override
    public List<DriverAction> end(ReceiveTime lastAt) {
        return stream.end().stream().map(piece -> action(piece, lastAt)).toList();
    }

    private DriverAction action(Piece<SpotCheck> piece, ReceiveTime at) {
        if (piece.decoded() instanceof Decoded.Refused<SpotCheck> refused) {
            return new Reject(refused.error(), new RawFrame(piece.bytes(), at));
        }
        SpotCheck check = ((Decoded.Frame<SpotCheck>) piece.decoded()).frame();
        RawFrame frame = new RawFrame(piece.bytes(), at, check.fields());
        return unstored.store(frame, meaning(check).observations(origin, time(check), frame, unstored.number()));
    }

    private static OximeterReading meaning(SpotCheck check) {
        return check.noMeasurement()
                ? OximeterReading.none(DataAbsentReason.NOT_PERFORMED)
                : new OximeterReading(
                        check.saturation(),
                        check.rate(),
                        DataAbsentReason.UNKNOWN,
                        check.smartPointQuality() ? Set.of() : Set.of(MeasurementStatus.QUESTIONABLE));
    }

    private Optional<DeviceTime> time(SpotCheck check) {
        try {
            LocalDateTime time = LocalDateTime.parse(check.time().replace(' ', 'T'));
            return time.getYear() < FIRST_PLAUSIBLE_YEAR
                    ? Optional.empty()
                    : Optional.of(DeviceTime.at(time, origin.context().place()));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // the reading counts, only its time does not
        }
    }
}
