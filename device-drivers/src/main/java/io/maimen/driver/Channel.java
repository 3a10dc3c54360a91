package io.maimen.driver;

/**
 * A place bytes come from or go to within a connection: {@code serial}, an MQTT topic, a characteristic's UUID. Immutable.
 */
public record Channel(String name) {
    /** The only channel of a plain byte stream (serial port, TCP). */
    public static final Channel STREAM = new Channel("stream");

    public Channel {
        if (name.isBlank()) {
            throw new IllegalArgumentException("DEC-011 channel name must not be blank");
        }
    }
}
