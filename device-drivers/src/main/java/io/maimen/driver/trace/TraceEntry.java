package io.maimen.driver.trace;

import static java.util.Objects.requireNonNull;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.observation.Bytes;
import java.time.Instant;

/** Something that went over the connection, and when. A closed set; immutable. */
public sealed interface TraceEntry extends TraceLine {
    Instant at();

    /**
     * Bytes from the device.
     *
     * @param delivery the message's number where its transport waits for an answer, or {@link DeliveryId#NONE}
     */
    record Received(Instant at, Channel channel, DeliveryId delivery, Bytes bytes, String note) implements TraceEntry {
        public Received {
            requireNonNull(at, "at");
            requireNonNull(channel, "channel");
            requireNonNull(delivery, "delivery");
            requireNonNull(bytes, "bytes");
            requireNonNull(note, "note");
        }
    }

    /**
     * Bytes to the device.
     *
     * @param afterStored whether they were sent because something was stored: what a device may forget by
     */
    record Written(Instant at, Channel channel, Bytes bytes, boolean afterStored, String note) implements TraceEntry {
        public Written {
            requireNonNull(at, "at");
            requireNonNull(channel, "channel");
            requireNonNull(bytes, "bytes");
            requireNonNull(note, "note");
        }
    }

    /** The device was asked for a channel, once or for good. */
    record Asked(Instant at, Channel channel, Kind kind) implements TraceEntry {
        /** How. */
        public enum Kind {
            READ,
            SUBSCRIBE
        }

        public Asked {
            requireNonNull(at, "at");
            requireNonNull(channel, "channel");
            requireNonNull(kind, "kind");
        }
    }

    /** A message of the transport was answered. */
    record Answered(Instant at, DeliveryId delivery, Acknowledgement acknowledgement) implements TraceEntry {
        public Answered {
            requireNonNull(at, "at");
            requireNonNull(delivery, "delivery");
            requireNonNull(acknowledgement, "acknowledgement");
        }
    }

    /** A write, a subscription or a read did not succeed. */
    record Failed(Instant at, Channel channel, String reason) implements TraceEntry {
        public Failed {
            requireNonNull(at, "at");
            requireNonNull(channel, "channel");
            requireNonNull(reason, "reason");
        }
    }

    /** The connection ended; the last entry. */
    record Disconnected(Instant at) implements TraceEntry {
        public Disconnected {
            requireNonNull(at, "at");
        }
    }
}
