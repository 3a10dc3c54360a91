package io.maimen.gateway.session;

import io.maimen.driver.DecodeError;
import io.maimen.observation.Lane;
import io.maimen.observation.device.DeviceId;

/** Hears what sessions did, after it was done: for waking the uplink and for people. Thread-safe; must not block. */
public interface SessionListener {
    /** Nobody listens. */
    SessionListener NONE = new SessionListener() {
        @Override
        public void stored(Lane lane) {}

        @Override
        public void rejected(DeviceId device, DecodeError error) {}
    };

    /** A lane has one more entry. */
    void stored(Lane lane);

    /** A device sent bytes that are no reading. */
    void rejected(DeviceId device, DecodeError error);
}
