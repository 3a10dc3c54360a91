package io.maimen.driver.reading;

import io.maimen.driver.Decoded;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.frame.FrameStream.Piece;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.RawFrame;
import io.maimen.observation.time.ReceiveTime;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes one reading a second of an oximeter's frames: the last frame's numbers, with the bytes of all. Counted in frames, so
 * that it does not matter in which pieces they come. Where there is no number the first such second is kept, and those after
 * it say nothing new. Confined to one thread.
 *
 * @param <F> a frame as its family's type
 */
public final class LiveOximeter<F> {
    /** What may be left of a frame that began before we listened. */
    private static final int BEGINNING_UNSEEN = 16;

    private final Origin origin;
    private final Unstored unstored;
    private final int framesASecond;
    private final Function<F, OximeterReading> meaning;
    private final Function<F, List<FrameField>> fields;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int frames;
    private boolean begun;
    private boolean silent;
    private Optional<Last<F>> last = Optional.empty();

    /** The last frame, when it came, and where its bytes begin among those of its second. */
    private record Last<F>(F frame, ReceiveTime at, int start) {}

    /**
     * Nothing came yet.
     *
     * @param meaning what a frame says
     * @param fields a frame's fields, for the eye
     */
    public LiveOximeter(
            Origin origin,
            Unstored unstored,
            int framesASecond,
            Function<F, OximeterReading> meaning,
            Function<F, List<FrameField>> fields) {
        this.origin = origin;
        this.unstored = unstored;
        this.framesASecond = framesASecond;
        this.meaning = meaning;
        this.fields = fields;
    }

    /** What to do about a piece of the stream; a beginning that nobody saw is no fault. */
    public List<DriverAction> on(Piece<F> piece, ReceiveTime at) {
        if (piece.decoded() instanceof Decoded.Refused<F> refused) {
            boolean unseen = !begun && piece.bytes().size() < BEGINNING_UNSEEN;
            begun = true;
            return unseen ? List.of() : List.of(new Reject(refused.error(), new RawFrame(piece.bytes(), at)));
        }
        begun = true;
        F frame = ((Decoded.Frame<F>) piece.decoded()).frame();
        last = Optional.of(new Last<>(frame, at, bytes.size()));
        bytes.writeBytes(piece.bytes().toArray());
        frames++;
        return frames == framesASecond ? end() : List.of();
    }

    /** What came since the last full second, when the connection ends. */
    public List<DriverAction> end() {
        return last.map(this::second).orElseGet(List::of);
    }

    private List<DriverAction> second(Last<F> end) {
        OximeterReading reading = meaning.apply(end.frame());
        RawFrame frame =
                new RawFrame(Bytes.of(bytes.toByteArray()), end.at(), shifted(fields.apply(end.frame()), end.start()));
        bytes.reset();
        frames = 0;
        last = Optional.empty();
        boolean nothingNew = silent && !reading.hasValue();
        silent = !reading.hasValue();
        return nothingNew
                ? List.of()
                : List.of(unstored.store(frame, reading.observations(origin, frame, unstored.number())));
    }

    private static List<FrameField> shifted(List<FrameField> fields, int by) {
        List<FrameField> shifted = new ArrayList<>();
        fields.forEach(field -> shifted.add(
                new FrameField(field.name(), field.value(), field.unit(), field.offset() + by, field.length())));
        return shifted;
    }
}
