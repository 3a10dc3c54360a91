package io.maimen.simulator.device.connect;

import io.maimen.observation.Bytes;

/** What a line tells its device of the other side. Thread-safe; does not block, but for {@link #read}. */
interface Host {
    /** Somebody is there. */
    void connected();

    /** The host wants this channel's values. */
    void subscribed(String channel);

    /** Bytes from the host. */
    void written(String channel, Bytes bytes);

    /** A channel's present value, when the device has said it; empty where it says none. */
    Bytes read(String channel);

    /** The line is gone, whoever ended it. */
    void disconnected();
}
