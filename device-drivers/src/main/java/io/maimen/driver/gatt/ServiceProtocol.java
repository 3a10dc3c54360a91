package io.maimen.driver.gatt;

import io.maimen.driver.Channel;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A device that sends what it measures by itself once it is listened to: subscribes, and stores each value. Confined to its
 * session's thread.
 */
final class ServiceProtocol implements DeviceProtocol {
    private final Origin origin;
    private final Map<Channel, Listening<?>> listenings = new LinkedHashMap<>();
    private final Set<Channel> deaf = new HashSet<>();
    private final Unstored unstored = new Unstored();

    /** @param listenings each on a channel of its own; a device need not offer all of them */
    ServiceProtocol(Origin origin, Listening<?>... listenings) {
        this.origin = origin;
        for (Listening<?> listening : listenings) {
            this.listenings.put(listening.channel(), listening);
        }
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected) {
            return listenings.values().stream()
                    .<DriverAction>map(listening -> new Subscribe(listening.channel(), listening.mode()))
                    .toList();
        }
        if (event instanceof Received received) {
            Listening<?> listening = listenings.get(received.channel());
            return listening == null ? List.of() : listening.heard(received, unstored, origin);
        }
        if (event instanceof WriteFailed failed && listenings.containsKey(failed.channel())) {
            return failed(failed);
        }
        return unstored.on(event);
    }

    private List<DriverAction> failed(WriteFailed failed) {
        deaf.add(failed.channel());
        return deaf.containsAll(listenings.keySet())
                ? List.of(new Close(
                        "GATT-010 the device's measurements must be listened to but none could be: " + failed.reason()))
                : List.of();
    }
}
