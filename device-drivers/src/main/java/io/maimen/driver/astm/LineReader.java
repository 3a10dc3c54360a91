package io.maimen.driver.astm;

import io.maimen.driver.DecodeError;
import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds frames and control bytes in a stream, one byte at a time, in bounded memory.
 *
 * <p>Source: LIS01-A2 section 6.3. STX and ENQ inside a frame are taken as text, so that the checksum over all of it
 * decides: a flipped bit turns CR into ENQ, and an ACK for that ENQ would be taken for the frame's. EOT inside a frame, which
 * nobody answers, means that its sender gave it up. A frame is whole with the first byte of its trailer, because some
 * analysers send CR or LF alone; what follows of the trailer is passed over. Confined to its protocol's thread.
 */
final class LineReader {
    static final int MAX_NOISE_BYTES = 256;

    private final int maxFrameBytes;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final ByteArrayOutputStream noise = new ByteArrayOutputStream();
    private boolean noiseReported;
    private Place place = Place.OUTSIDE;

    private enum Place {
        OUTSIDE,
        TEXT,
        FIRST_CHECK_DIGIT,
        SECOND_CHECK_DIGIT,
        TRAILER
    }

    LineReader(int maxFrameBytes) {
        this.maxFrameBytes = maxFrameBytes;
    }

    /** What is complete with this byte, in order; usually nothing. */
    List<LineUnit> read(byte value) {
        if (place == Place.OUTSIDE) {
            return outside(value);
        }
        if (value == Control.EOT) {
            return brokenOff();
        }
        frame.write(value);
        if (place == Place.TRAILER) {
            return List.of(Control.endsLine(value) ? new LineUnit.WholeFrame(take()) : withBadTrailer(value));
        }
        if (frame.size() == maxFrameBytes) {
            return List.of(new LineUnit.BadFrame(
                    new DecodeError("AST-007", maxFrameBytes, "frame must be shorter than " + maxFrameBytes + " bytes"),
                    take()));
        }
        place = next(value);
        return List.of();
    }

    /** Length of the frame that is being received; 0 outside of frames. */
    int pendingBytes() {
        return frame.size();
    }

    /** Gives up the frame that is being received. */
    Optional<LineUnit> abandon(String why) {
        return frame.size() == 0 ? Optional.empty() : Optional.of(broken(why));
    }

    /** What the end of the stream leaves: a frame whose trailer alone is missing is whole. */
    List<LineUnit> finish(String why) {
        if (place == Place.TRAILER) {
            return List.of(new LineUnit.WholeFrame(take()));
        }
        return Stream.concat(abandon(why).stream(), endNoise().stream()).toList();
    }

    private Place next(byte value) {
        return switch (place) {
            case TEXT -> Control.endsText(value) ? Place.FIRST_CHECK_DIGIT : Place.TEXT;
            case FIRST_CHECK_DIGIT -> Place.SECOND_CHECK_DIGIT;
            case SECOND_CHECK_DIGIT -> Place.TRAILER;
            case TRAILER, OUTSIDE -> throw new IllegalStateException(place + " has no next place");
        };
    }

    private List<LineUnit> outside(byte value) {
        if (Control.opens(value)) {
            List<LineUnit> units = new ArrayList<>(2);
            endNoise().ifPresent(units::add);
            opening(value).ifPresent(units::add);
            return units;
        }
        if (Control.endsLine(value) || noiseReported) {
            return List.of();
        }
        noise.write(value);
        noiseReported = noise.size() == MAX_NOISE_BYTES;
        return noiseReported ? List.of(noise()) : List.of();
    }

    private Optional<LineUnit> opening(byte value) {
        if (value == Control.STX) {
            frame.write(value);
            place = Place.TEXT;
            return Optional.empty();
        }
        return Optional.of(value == Control.ENQ ? new LineUnit.Enquiry() : new LineUnit.EndOfTransmission());
    }

    private LineUnit withBadTrailer(byte value) {
        int offset = frame.size() - 1;
        return new LineUnit.BadFrame(
                new DecodeError("AST-006", offset, String.format("trailer must be CR or LF but was %02X", value)),
                take());
    }

    private List<LineUnit> brokenOff() {
        return List.of(broken("EOT came inside it"), new LineUnit.EndOfTransmission());
    }

    private LineUnit broken(String why) {
        return new LineUnit.BrokenFrame(
                new DecodeError("AST-008", frame.size(), "frame must be whole but " + why), take());
    }

    private Optional<LineUnit> endNoise() {
        Optional<LineUnit> unit = noise.size() == 0 ? Optional.empty() : Optional.of(noise());
        noiseReported = false;
        return unit;
    }

    private LineUnit noise() {
        Bytes bytes = Bytes.of(noise.toByteArray());
        noise.reset();
        return new LineUnit.Noise(
                new DecodeError("AST-009", 0, "bytes must be inside a frame but " + bytes.size() + " were not"), bytes);
    }

    private Bytes take() {
        Bytes bytes = Bytes.of(frame.toByteArray());
        frame.reset();
        place = Place.OUTSIDE;
        return bytes;
    }
}
