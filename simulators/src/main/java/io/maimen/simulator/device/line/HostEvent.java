package io.maimen.simulator.device.line;

import io.maimen.observation.Bytes;
import java.time.Instant;

/** What can happen to a device. A closed set; immutable. */
public sealed interface HostEvent {
    Instant at();

    /** The line stands; comes first. A device may be connected again after {@link Disconnected}. */
    record Connected(Instant at) implements HostEvent {}

    /** The host wants this channel's values (Bluetooth LE: the characteristic's UUID). */
    record Subscribed(String channel, Instant at) implements HostEvent {}

    /** The host wants a channel's present value; it is the first {@link DeviceAct.Send} on that channel in the answer. */
    record ReadAsked(String channel, Instant at) implements HostEvent {}

    /** Bytes from the host; a stream may be cut anywhere. */
    record Written(String channel, Bytes bytes, Instant at) implements HostEvent {}

    /** The time asked for with {@link DeviceAct.Wake} has come. */
    record Elapsed(Instant at) implements HostEvent {}

    /** The line is gone, whoever ended it. */
    record Disconnected(Instant at) implements HostEvent {}
}
