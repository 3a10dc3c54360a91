package io.maimen.simulator.device.line;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.line.HostEvent.Connected;
import io.maimen.simulator.device.line.HostEvent.Disconnected;
import io.maimen.simulator.device.line.HostEvent.Elapsed;
import io.maimen.simulator.device.line.HostEvent.ReadAsked;
import io.maimen.simulator.device.line.HostEvent.Subscribed;
import io.maimen.simulator.device.line.HostEvent.Written;
import java.time.Instant;
import java.util.List;

/** A device with a method for each kind of event; it says nothing about a kind it leaves out. Confined to one thread. */
public interface EventDevice extends LineDevice {
    @Override
    default List<DeviceAct> on(HostEvent event) {
        if (event instanceof Written written) {
            return written(written.channel(), written.bytes(), written.at());
        } else if (event instanceof Elapsed) {
            return elapsed(event.at());
        } else if (event instanceof Connected) {
            return connected(event.at());
        } else if (event instanceof Subscribed subscribed) {
            return subscribed(subscribed.channel(), subscribed.at());
        } else if (event instanceof ReadAsked asked) {
            return asked(asked.channel(), asked.at());
        } else if (event instanceof Disconnected) {
            return disconnected(event.at());
        }
        return List.of();
    }

    default List<DeviceAct> connected(Instant at) {
        return List.of();
    }

    default List<DeviceAct> subscribed(String channel, Instant at) {
        return List.of();
    }

    default List<DeviceAct> asked(String channel, Instant at) {
        return List.of();
    }

    default List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        return List.of();
    }

    default List<DeviceAct> elapsed(Instant at) {
        return List.of();
    }

    default List<DeviceAct> disconnected(Instant at) {
        return List.of();
    }
}
