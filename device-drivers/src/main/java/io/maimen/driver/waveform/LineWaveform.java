package io.maimen.driver.waveform;

import io.maimen.driver.Channel;
import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.frame.FrameStream;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.Bytes;
import io.maimen.observation.RawFrame;
import io.maimen.observation.time.ReceiveTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A device that sends one frame a sample over a line, without acknowledgement, clock or memory. Frames that are missing by
 * their count are a gap; where nobody can say how many are, a new stream begins. At the
 * beginning and after bytes that were no frame, one counts only when the next one follows it by its number: the bytes of a sample may look like a frame. Confined to its session's
 * thread.
 *
 * @param <F> a frame as the device's type
 */
public final class LineWaveform<F> implements DeviceProtocol {
    /** A line that was silent this long lost more than a count can tell. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final WaveformFormat<F> format;
    private final List<Bytes> begin;
    private final FrameStream<F> stream;
    private final Unstored unstored = new Unstored();
    private final LineBlocks<F> blocks;
    private Optional<Piece<F>> previous = Optional.empty();
    private Optional<Piece<F>> doubtful = Optional.empty();
    private Instant lastReceived = Instant.EPOCH;
    private boolean doubting;
    private int refusedBytes;

    /** A frame with its bytes and when they came. */
    record Piece<F>(F frame, Bytes bytes, ReceiveTime at) {}

    /**
     * Nothing came yet.
     *
     * @param begin what to write when the line stands, for devices that wait to be asked
     */
    public LineWaveform(Origin origin, WaveformFormat<F> format, List<Lead> leads, int rateHz, List<Bytes> begin) {
        this.format = format;
        this.begin = List.copyOf(begin);
        this.stream = new FrameStream<>(format.framing());
        this.blocks = new LineBlocks<>(origin, format, leads, rateHz, unstored);
        this.doubting = format.numbers() > 1;
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected) {
            return begin.stream()
                    .<DriverAction>map(bytes -> new Write(Channel.STREAM, bytes))
                    .toList();
        }
        if (event instanceof Received received) {
            return received(received);
        }
        List<DriverAction> actions = new ArrayList<>();
        if (event instanceof Disconnected) {
            actions.addAll(pieces(stream.end(), new ReceiveTime(lastReceived)));
            doubtful.ifPresent(alone -> actions.add(reject(alone)));
            blocks.end();
        }
        actions.addAll(unstored.on(event));
        return actions;
    }

    private List<DriverAction> received(Received received) {
        Instant now = received.at().instant();
        if (now.minus(SILENCE).isAfter(lastReceived)) {
            previous = Optional.empty();
        }
        lastReceived = now;
        return pieces(stream.read(received.bytes().asBuffer()), received.at());
    }

    private List<DriverAction> pieces(List<FrameStream.Piece<F>> pieces, ReceiveTime at) {
        List<DriverAction> actions = new ArrayList<>();
        for (FrameStream.Piece<F> piece : pieces) {
            if (piece.decoded() instanceof Decoded.Refused<F> refused) {
                actions.add(new Reject(refused.error(), new RawFrame(piece.bytes(), at)));
                refuse(piece.bytes().size());
            } else {
                F frame = ((Decoded.Frame<F>) piece.decoded()).frame();
                actions.addAll(weigh(new Piece<>(frame, piece.bytes(), at)));
            }
        }
        return actions;
    }

    private static Reject reject(Piece<?> alone) {
        return new Reject(
                new DecodeError("ECG-100", 0, "frame after damaged bytes must be followed by the next but was not"),
                new RawFrame(alone.bytes(), alone.at()));
    }

    private void refuse(int bytes) {
        refusedBytes += bytes;
        doubting = format.numbers() > 1;
        if (refusedBytes >= (format.numbers() - 1) * format.length()) {
            previous = Optional.empty();
        }
    }

    private List<DriverAction> weigh(Piece<F> piece) {
        if (!doubting) {
            return take(piece);
        }
        List<DriverAction> actions = new ArrayList<>();
        if (doubtful.isPresent() && missing(doubtful.get(), piece) == 0) {
            doubting = false;
            actions.addAll(take(doubtful.get()));
            actions.addAll(take(piece));
            doubtful = Optional.empty();
            return actions;
        }
        doubtful.ifPresent(alone -> {
            actions.add(reject(alone));
            refuse(alone.bytes().size());
        });
        doubtful = Optional.of(piece);
        return actions;
    }

    private List<DriverAction> take(Piece<F> piece) {
        List<DriverAction> actions = new ArrayList<>();
        if (previous.isEmpty()) {
            actions.addAll(blocks.begin(piece.at().instant()));
        } else {
            actions.addAll(blocks.skip(missing(previous.get(), piece)));
        }
        refusedBytes = 0;
        previous = Optional.of(piece);
        actions.addAll(blocks.add(piece));
        return actions;
    }

    private int missing(Piece<F> before, Piece<F> after) {
        return Math.floorMod(format.number(after.frame()) - format.number(before.frame()) - 1, format.numbers());
    }
}
