package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Read;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.time.DeviceTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A continuous glucose monitor: learns when its session began, since records count minutes from there, then listens and asks
 * for what is stored. Confined to its session's thread.
 */
final class GlucoseMonitorProtocol implements DeviceProtocol {
    private final Origin origin;
    private final RecordDownload download;
    private final Unstored unstored = new Unstored();
    private Optional<GlucoseMonitorSession> session = Optional.empty();
    private Instant connectedAt = Instant.EPOCH;
    private boolean listening;

    GlucoseMonitorProtocol(Introduction introduction) {
        origin = introduction.origin();
        download = new RecordDownload(RecordAccess.wanted(origin.context().options()));
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected connected) {
            connectedAt = connected.at();
            return List.of(new Read(Characteristic.MONITOR_SESSION_START));
        }
        if (event instanceof Received received) {
            return received(received);
        }
        if (event instanceof WriteFailed failed) {
            return failed.channel().equals(Characteristic.MONITOR_SESSION_START)
                    ? listen()
                    : List.of(new Close(
                            "GATT-010 the monitor's records must be listened to but could not be: " + failed.reason()));
        }
        List<DriverAction> actions = new ArrayList<>(unstored.on(event));
        if (event instanceof Elapsed elapsed) {
            actions.addAll(download.elapsed(elapsed.now()));
        }
        return actions;
    }

    private List<DriverAction> listen() {
        if (listening) {
            return List.of();
        }
        listening = true;
        return Stream.concat(
                        Stream.of(
                                new Subscribe(Characteristic.MONITOR_MEASUREMENT, SubscribeMode.NOTIFY),
                                new Subscribe(Characteristic.RECORD_ACCESS_CONTROL_POINT, SubscribeMode.INDICATE)),
                        download.begin(connectedAt).stream())
                .toList();
    }

    private List<DriverAction> received(Received received) {
        if (received.channel().equals(Characteristic.MONITOR_SESSION_START)) {
            Decoded<GlucoseMonitorSession> read =
                    GlucoseMonitorSession.DECODER.read(received.bytes().asBuffer());
            session = read instanceof Decoded.Frame<GlucoseMonitorSession> frame
                    ? Optional.of(frame.frame())
                    : Optional.empty();
            return listen();
        }
        if (received.channel().equals(Characteristic.RECORD_ACCESS_CONTROL_POINT)) {
            return download.answered(received);
        }
        if (received.channel().equals(Characteristic.MONITOR_MEASUREMENT)) {
            download.heard(received.at().instant());
            return measured(received);
        }
        return List.of();
    }

    private List<DriverAction> measured(Received received) {
        Decoded<CharacteristicDecoder.Noted<List<GlucoseMonitorRecord>>> read =
                GlucoseMonitorRecord.DECODER.noted(received.bytes().asBuffer());
        if (read instanceof Decoded.Refused<?> refused) {
            return List.of(new Reject(refused.error(), new RawFrame(received.bytes(), received.at())));
        }
        var noted = ((Decoded.Frame<CharacteristicDecoder.Noted<List<GlucoseMonitorRecord>>>) read).frame();
        RawFrame frame = new RawFrame(received.bytes(), received.at(), noted.fields());
        List<Observation> observations = new ArrayList<>();
        for (GlucoseMonitorRecord one : noted.value()) {
            observations.add(observation(one, frame, observations.size()));
        }
        return List.of(unstored.store(frame, observations));
    }

    private Observation observation(GlucoseMonitorRecord measured, RawFrame frame, int place) {
        Optional<DeviceTime> time = session.flatMap(
                began -> began.time(measured.offsetMinutes(), origin.context().place()));
        return origin.measurement(
                        Optional.empty(),
                        time,
                        unstored.number(),
                        frame,
                        Set.of(),
                        Integer.toString(measured.offsetMinutes()),
                        measured.glucose().text(),
                        time.isPresent() ? "" : Integer.toString(place))
                .observation(
                        Nomenclature.GLUCOSE_INTERSTITIAL, measured.glucose().in(UcumUnit.MILLIGRAM_PER_DECILITRE));
    }
}
