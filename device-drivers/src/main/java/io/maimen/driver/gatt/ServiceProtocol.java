package io.maimen.driver.gatt;

import io.maimen.driver.Channel;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A device that sends what it measures by itself once it is listened to: subscribes, and stores each value; asks for stored
 * records where it keeps some. Confined to its session's thread.
 */
final class ServiceProtocol implements DeviceProtocol {
    private final Origin origin;
    private final Map<Channel, Hearing> hearings = new LinkedHashMap<>();
    private final Optional<RecordDownload> download;
    private final Set<Channel> deaf = new HashSet<>();
    private final Unstored unstored = new Unstored();

    /**
     * Nothing came yet.
     *
     * @param download for a service whose devices may keep records
     * @param hearings each on a channel of its own; a device need not offer all of them
     */
    ServiceProtocol(Origin origin, Optional<RecordDownload> download, Hearing... hearings) {
        this.origin = origin;
        this.download = download;
        for (Hearing hearing : hearings) {
            this.hearings.put(hearing.channel(), hearing);
        }
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected connected) {
            return begin(connected.at());
        }
        if (event instanceof Received received) {
            return received(received);
        }
        if (event instanceof WriteFailed failed) {
            return failed(failed);
        }
        List<DriverAction> actions = new ArrayList<>();
        if (event instanceof Elapsed || event instanceof Disconnected) {
            hearings.values().forEach(hearing -> actions.addAll(hearing.silence(unstored, origin)));
        }
        actions.addAll(unstored.on(event));
        if (event instanceof Elapsed elapsed) {
            download.ifPresent(asking -> actions.addAll(asking.elapsed(elapsed.now())));
        }
        return actions;
    }

    private List<DriverAction> begin(Instant now) {
        List<DriverAction> actions = new ArrayList<>();
        hearings.values().forEach(hearing -> actions.add(new Subscribe(hearing.channel(), hearing.mode())));
        download.ifPresent(asking -> {
            actions.add(new Subscribe(Characteristic.RECORD_ACCESS_CONTROL_POINT, SubscribeMode.INDICATE));
            actions.addAll(asking.begin(now));
        });
        return actions;
    }

    private List<DriverAction> received(Received received) {
        if (received.channel().equals(Characteristic.RECORD_ACCESS_CONTROL_POINT)) {
            return download.map(asking -> asking.answered(received)).orElse(List.of());
        }
        download.ifPresent(asking -> asking.heard(received.at().instant()));
        Hearing hearing = hearings.get(received.channel());
        return hearing == null ? List.of() : hearing.heard(received, unstored, origin);
    }

    private List<DriverAction> failed(WriteFailed failed) {
        if (failed.channel().equals(Characteristic.RECORD_ACCESS_CONTROL_POINT)) {
            download.ifPresent(RecordDownload::cancel);
        }
        if (hearings.containsKey(failed.channel())) {
            deaf.add(failed.channel());
        }
        return deaf.containsAll(hearings.keySet())
                ? List.of(new Close(
                        "GATT-010 the device's measurements must be listened to but none could be: " + failed.reason()))
                : List.of();
    }
}
