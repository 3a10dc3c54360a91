package io.maimen.driver.gatt;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.RawFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A glucose meter: listens, asks for the stored records, joins each with the context that follows it. Confined to its
 * session's thread.
 */
final class GlucoseMeterProtocol implements DeviceProtocol {
    private final Origin origin;
    private final RecordDownload download;
    private final Unstored unstored = new Unstored();
    /** A record whose context is announced and has not come. */
    private Optional<Waiting> waiting = Optional.empty();

    private record Waiting(GlucoseMeasurement measured, RawFrame frame) {}

    GlucoseMeterProtocol(Introduction introduction) {
        origin = introduction.origin();
        download = new RecordDownload(RecordAccess.wanted(origin.context().options()));
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected connected) {
            return Stream.concat(subscriptions(), download.begin(connected.at()).stream())
                    .toList();
        }
        if (event instanceof Received received) {
            return received(received);
        }
        if (event instanceof WriteFailed failed && !failed.channel().equals(Characteristic.GLUCOSE_CONTEXT)) {
            return List.of(
                    new Close("GATT-010 the meter's records must be listened to but could not be: " + failed.reason()));
        }
        List<DriverAction> actions = new ArrayList<>();
        if (event instanceof Elapsed || event instanceof Disconnected) {
            actions.addAll(storeWaiting(Optional.empty()));
        }
        actions.addAll(unstored.on(event));
        if (event instanceof Elapsed elapsed) {
            actions.addAll(download.elapsed(elapsed.now()));
        }
        return actions;
    }

    private static Stream<DriverAction> subscriptions() {
        return Stream.of(
                new Subscribe(Characteristic.GLUCOSE_MEASUREMENT, SubscribeMode.NOTIFY),
                new Subscribe(Characteristic.GLUCOSE_CONTEXT, SubscribeMode.NOTIFY),
                new Subscribe(Characteristic.RECORD_ACCESS_CONTROL_POINT, SubscribeMode.INDICATE));
    }

    private List<DriverAction> received(Received received) {
        download.heard(received.at().instant());
        if (received.channel().equals(Characteristic.GLUCOSE_MEASUREMENT)) {
            return measured(received);
        }
        if (received.channel().equals(Characteristic.GLUCOSE_CONTEXT)) {
            return context(received);
        }
        if (received.channel().equals(Characteristic.RECORD_ACCESS_CONTROL_POINT)) {
            return Stream.concat(storeWaiting(Optional.empty()).stream(), download.answered(received).stream())
                    .toList();
        }
        return List.of();
    }

    private List<DriverAction> measured(Received received) {
        List<DriverAction> actions = new ArrayList<>(storeWaiting(Optional.empty()));
        Decoded<CharacteristicDecoder.Noted<GlucoseMeasurement>> read =
                GlucoseMeasurement.DECODER.noted(received.bytes().asBuffer());
        if (read instanceof Decoded.Frame<CharacteristicDecoder.Noted<GlucoseMeasurement>> frame) {
            waiting = Optional.of(new Waiting(
                    frame.frame().value(),
                    new RawFrame(received.bytes(), received.at(), frame.frame().fields())));
            if (!frame.frame().value().contextFollows()) {
                actions.addAll(storeWaiting(Optional.empty()));
            }
        } else {
            actions.add(reject(((Decoded.Refused<?>) read).error(), received));
        }
        return actions;
    }

    /** A context that belongs to no record is kept as bytes: it measures nothing alone. */
    private List<DriverAction> context(Received received) {
        Decoded<CharacteristicDecoder.Noted<GlucoseContext>> read =
                GlucoseContext.DECODER.noted(received.bytes().asBuffer());
        if (read instanceof Decoded.Frame<CharacteristicDecoder.Noted<GlucoseContext>> frame) {
            RawFrame raw =
                    new RawFrame(received.bytes(), received.at(), frame.frame().fields());
            boolean joined = waiting.isPresent()
                    && waiting.get().measured().sequence()
                            == frame.frame().value().sequence();
            return joined ? storeWaiting(Optional.of(raw)) : List.of(unstored.store(raw, List.of()));
        }
        return List.of(reject(((Decoded.Refused<?>) read).error(), received));
    }

    private List<DriverAction> storeWaiting(Optional<RawFrame> context) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Waiting ready = waiting.get();
        waiting = Optional.empty();
        List<RawFrame> frames =
                Stream.concat(Stream.of(ready.frame()), context.stream()).toList();
        return List.of(
                unstored.store(frames, GlucoseObservations.of(ready.measured(), frames, unstored.number(), origin)));
    }

    private static DriverAction reject(DecodeError error, Received received) {
        return new Reject(error, new RawFrame(received.bytes(), received.at()));
    }
}
