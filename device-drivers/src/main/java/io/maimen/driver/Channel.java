package io.maimen.driver;

/**
 * A place bytes come from or go to within a connection: {@code stream}, an MQTT topic, a characteristic's UUID. Immutable.
 */
public record Channel(String name) {
    /** The only channel of a plain byte stream (serial port, TCP). */
    public static final Channel STREAM = new Channel("stream");

    /** Reports of a USB HID device, both ways, without the report number that hidraw wants before them. */
    public static final Channel HID_REPORT = new Channel("hid-report");

    /** Feature reports to a USB HID device; nothing comes from it. */
    public static final Channel HID_FEATURE = new Channel("hid-feature");

    public Channel {
        if (name.isBlank()) {
            throw new IllegalArgumentException("DEC-011 channel name must not be blank");
        }
    }
}
