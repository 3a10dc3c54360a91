package io.maimen.driver.contec;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.frame.FrameStream;
import io.maimen.driver.frame.FrameStream.Piece;
import io.maimen.driver.reading.LiveOximeter;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.OximeterReading;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One CMS50D+, E or F: asked for its live data, and reminded before it stops by itself. What it may have in its memory is not
 * asked for. Confined to the session's thread.
 */
final class Cms50Protocol implements DeviceProtocol {
    static final Packet START = Packet.command(0xA1);
    static final Packet KEEP_ALIVE = Packet.command(0xAF);
    /** It stops some five seconds after the last command; a reply takes it up to one. */
    static final Duration REMIND = Duration.ofSeconds(4);

    private static final int FRAMES_A_SECOND = 60;
    private static final int SILENT_TURNS = 3;

    private final Unstored unstored = new Unstored();
    private final FrameStream<Packet> stream = new FrameStream<>(new PacketFormat());
    private final LiveOximeter<Packet> oximeter;
    private boolean heard;
    private int silentTurns;

    Cms50Protocol(DeviceContext context) {
        oximeter = new LiveOximeter<>(
                Origin.of(context, Cms50Driver.REF),
                unstored,
                FRAMES_A_SECOND,
                packet -> meaning(new LiveSample(packet)),
                PacketFields::of);
    }

    private static OximeterReading meaning(LiveSample sample) {
        if (sample.probeError()) {
            return OximeterReading.none(DataAbsentReason.ERROR);
        }
        return sample.searching() || sample.searchTooLong()
                ? OximeterReading.none(DataAbsentReason.TEMPORARILY_UNKNOWN)
                : new OximeterReading(
                        sample.saturation(),
                        sample.pulseRate(),
                        DataAbsentReason.TEMPORARILY_UNKNOWN,
                        sample.signalStrength() == 0 ? Set.of(MeasurementStatus.QUESTIONABLE) : Set.of());
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected) {
            return List.of(write(START), new Wake(REMIND));
        }
        if (event instanceof Received received) {
            return stream.read(received.bytes().asBuffer()).stream()
                    .filter(Cms50Protocol::refusedOrLive)
                    .peek(piece -> heard |= piece.decoded() instanceof Decoded.Frame<Packet>)
                    .flatMap(piece -> oximeter.on(piece, received.at()).stream())
                    .toList();
        }
        if (event instanceof Elapsed) {
            List<DriverAction> actions = new ArrayList<>(unstored.on(event));
            actions.addAll(turn());
            return actions;
        }
        if (event instanceof Disconnected) {
            List<DriverAction> actions = new ArrayList<>(unstored.on(event));
            actions.addAll(oximeter.end());
            return actions;
        }
        unstored.on(event); // what could not be stored waits for the next turn: a second timer would replace the first
        return List.of();
    }

    private static boolean refusedOrLive(Piece<Packet> piece) {
        return !(piece.decoded() instanceof Decoded.Frame<Packet> packet)
                || packet.frame().type() == Packet.LIVE;
    }

    private List<DriverAction> turn() {
        silentTurns = heard ? 0 : silentTurns + 1;
        boolean silent = !heard;
        heard = false;
        if (silentTurns == SILENT_TURNS) {
            return List.of(new Close("OXI-011 live data must come after the start command but none came in 12 seconds;"
                    + " firmware before 4.6 speaks another protocol: set the driver to bci"));
        }
        return List.of(write(silent ? START : KEEP_ALIVE), new Wake(REMIND));
    }

    private static Write write(Packet packet) {
        return new Write(Channel.STREAM, packet.bytes());
    }
}
