package io.maimen.driver.bci;

import io.maimen.driver.Channel;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.frame.FrameStream;
import io.maimen.driver.reading.LiveOximeter;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.OximeterReading;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.DataAbsentReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One oximeter that sends and is never spoken to, on a serial line or as notifications of the Berry BM1000: several frames a
 * notification, or a part of one. Confined to the session's thread.
 */
final class BciProtocol implements DeviceProtocol {
    /** The notifications of Berry's service 49535343-FE7D-4AE5-8FA9-9FAFD205E455. */
    static final Channel NOTIFICATIONS = new Channel("49535343-1e4d-4bd9-ba61-23c647249616");

    private static final int FRAMES_A_SECOND = 60;

    private final Unstored unstored = new Unstored();
    private final FrameStream<BciFrame> stream = new FrameStream<>(BciFrame.DECODER.format());
    private final LiveOximeter<BciFrame> oximeter;

    BciProtocol(DeviceContext context) {
        oximeter = new LiveOximeter<>(
                Origin.of(context, BciDriver.REF), unstored, FRAMES_A_SECOND, BciProtocol::meaning, BciFrame::fields);
    }

    private static OximeterReading meaning(BciFrame frame) {
        if (frame.noFinger() || frame.probeUnplugged()) {
            return OximeterReading.none(DataAbsentReason.NOT_PERFORMED);
        }
        return frame.searching() || frame.noSignal()
                ? OximeterReading.none(DataAbsentReason.TEMPORARILY_UNKNOWN)
                : new OximeterReading(
                        frame.saturation(), frame.pulseRate(), DataAbsentReason.TEMPORARILY_UNKNOWN, Set.of());
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected) {
            // A serial line has nothing to subscribe to, and sends all the same.
            return List.of(new Subscribe(NOTIFICATIONS, SubscribeMode.NOTIFY));
        }
        if (event instanceof Received received) {
            return stream.read(received.bytes().asBuffer()).stream()
                    .flatMap(piece -> oximeter.on(piece, received.at()).stream())
                    .toList();
        }
        List<DriverAction> actions = new ArrayList<>(unstored.on(event));
        actions.addAll(event instanceof Disconnected ? oximeter.end() : List.of());
        return actions;
    }
}
