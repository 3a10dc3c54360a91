package io.maimen.driver.nonin;

import io.maimen.driver.DriverAction;
import io.maimen.driver.frame.FrameStream;
import io.maimen.driver.frame.FrameStream.Piece;
import io.maimen.driver.reading.LiveOximeter;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.OximeterReading;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.time.ReceiveTime;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A line in format 2, 7 or 8: a reading a second. Confined to the session's thread.
 *
 * @param pieces cuts the line
 * @param <F> a packet of format 2 or 7, a frame of format 8
 */
record LiveLine<F>(Function<ByteBuffer, List<Piece<F>>> pieces, LiveOximeter<F> oximeter) implements NoninLine {
    private static final int PACKETS_A_SECOND = 3;
    private static final int DISPLAY_RATE = 20;
    private static final int DISPLAY_SATURATION = 9;
    private static final Set<MeasurementStatus> DOUBTED = Set.of(MeasurementStatus.QUESTIONABLE);

    static NoninLine of(PlethFormat format, Origin origin, Unstored unstored) {
        return new LiveLine<>(
                new PacketStream(format)::read,
                new LiveOximeter<>(
                        origin, unstored, PACKETS_A_SECOND, LiveLine::meaning, packet -> new PacketFields(format)
                                .of(packet)));
    }

    static NoninLine ofDisplay(Origin origin, Unstored unstored) {
        return new LiveLine<>(
                new FrameStream<>(DisplayFrame.DECODER.format())::read,
                new LiveOximeter<>(origin, unstored, 1, LiveLine::meaning, DisplayFrame::fields));
    }

    private static OximeterReading meaning(PlethPacket packet) {
        if (packet.any(PlethFrame::sensorAlarm) || packet.any(PlethFrame::sensorDisconnected)) {
            return OximeterReading.none(DataAbsentReason.NOT_PERFORMED);
        }
        boolean doubted = packet.any(PlethFrame::outOfTrack) || packet.any(PlethFrame::artifact);
        return new OximeterReading(
                packet.saturation(DISPLAY_SATURATION),
                packet.rate(DISPLAY_RATE),
                DataAbsentReason.TEMPORARILY_UNKNOWN,
                doubted ? DOUBTED : Set.of());
    }

    private static OximeterReading meaning(DisplayFrame frame) {
        return frame.sensorAlarm()
                ? OximeterReading.none(DataAbsentReason.NOT_PERFORMED)
                : new OximeterReading(
                        frame.saturation(),
                        frame.rate(),
                        DataAbsentReason.TEMPORARILY_UNKNOWN,
                        frame.outOfTrack() || frame.artifact() || frame.lowPerfusion() ? DOUBTED : Set.of());
    }

    @Override
    public List<DriverAction> read(ByteBuffer bytes, ReceiveTime at) {
        return pieces.apply(bytes).stream()
                .flatMap(piece -> oximeter.on(piece, at).stream())
                .toList();
    }

    @Override
    public List<DriverAction> end(ReceiveTime lastAt) {
        return oximeter.end();
    }
}
