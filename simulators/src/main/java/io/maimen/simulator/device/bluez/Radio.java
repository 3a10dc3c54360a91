package io.maimen.simulator.device.bluez;

/** A peripheral's own side of its radio. Thread-safe. */
public interface Radio {
    /** Calls out once; a central that listens may connect from then on. Does nothing while connected. */
    void advertise();

    /**
     * Hands a value to whoever subscribed; it is confirmed by the central's stack, whatever becomes of it.
     *
     * @return false when nobody subscribed
     */
    boolean indicate(String uuid, byte... value);

    /** Ends the link. */
    void leave();

    /** The central's stack forgets the device with its bond and all its objects, in the middle of whatever happens. */
    void vanish();
}
