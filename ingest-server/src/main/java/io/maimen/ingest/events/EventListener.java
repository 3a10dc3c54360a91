package io.maimen.ingest.events;

import io.maimen.ingest.clinical.ChangedAlert;
import io.maimen.ingest.series.LastContact;
import io.maimen.observation.device.DeviceId;

/** Someone who wants to know. Called on the hub's threads; must return at once and throw nothing. */
public interface EventListener {
    /** An alert opened or changed; change numbers rise. */
    void alert(ChangedAlert alert);

    /** A gateway received bytes of this device. */
    void device(DeviceId device, LastContact last);
}
