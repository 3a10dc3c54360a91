package io.maimen.driver;

/** What a device's "received" rests on (promise 1). */
public enum AcknowledgementClass {
    /** The device is told only after the reading was stored durably. */
    AFTER_STORED,
    /** The transport tells the device by itself, before us; the window until our fsync is measured. */
    BY_TRANSPORT,
    /** The device neither waits nor asks. */
    NONE
}
