package io.maimen.driver;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import java.time.Duration;
import java.util.List;

/** What a protocol wants done. A closed set; immutable. The session does them in order. */
public sealed interface DriverAction {
    /** Ask the device to send this channel by itself. */
    record Subscribe(Channel channel, SubscribeMode mode) implements DriverAction {}

    /** Ask for a channel's present value; it comes as {@link DriverEvent.Received}, or as {@link DriverEvent.WriteFailed}. */
    record Read(Channel channel) implements DriverAction {}

    /** Send bytes to the device. */
    record Write(Channel channel, Bytes bytes) implements DriverAction {}

    /**
     * Keep this durably, then tell me by {@link DriverEvent.Stored} or {@link DriverEvent.NotStored}.
     *
     * @param rawFrames the frames as received, at least one
     * @param observations what was read from them; empty for frames that carry none (a header, an order)
     */
    record Store(StoreId storeId, List<RawFrame> rawFrames, List<Observation> observations) implements DriverAction {
        public Store {
            requireNonNull(storeId, "storeId");
            rawFrames = List.copyOf(rawFrames);
            observations = List.copyOf(observations);
            if (rawFrames.isEmpty()) {
                throw new IllegalArgumentException("DEC-012 rawFrames must hold at least one frame but was empty");
            }
        }
    }

    /**
     * Put these bytes into quarantine with the reason; they are no reading, but nothing is thrown away.
     *
     * <p>It is durable before the actions after it in the same list are done: a device may be told {@link
     * Acknowledgement#MALFORMED}, do not send again, only when its bytes are safe. Where they cannot be kept the session
     * leaves that answer out, and the device sends again.
     */
    record Reject(DecodeError error, RawFrame rawFrame) implements DriverAction {
        public Reject {
            requireNonNull(error, "error");
            requireNonNull(rawFrame, "rawFrame");
        }
    }

    /** Answer a message of the transport: an MQTT PUBACK, a CoAP response. A delivery never answered is sent again. */
    record Acknowledge(DeliveryId delivery, Acknowledgement acknowledgement) implements DriverAction {}

    /** Send me {@link DriverEvent.Elapsed} after this long; a later Wake replaces an earlier one. */
    record Wake(Duration after) implements DriverAction {}

    /** End the connection. */
    record Close(String reason) implements DriverAction {}

    /** How a channel is subscribed (Bluetooth distinguishes; other transports do not). */
    enum SubscribeMode {
        NOTIFY,
        INDICATE
    }

    /** What a transport's message is answered with. */
    enum Acknowledgement {
        /** Stored durably (PUBACK 0x00, 2.04). */
        ACCEPTED,
        /** Not stored now; the device keeps it and sends it again (5.03). Where MQTT is spoken, no PUBACK says so. */
        NOT_STORED,
        /** The bytes are not what the protocol says; sending them again will not help (PUBACK 0x99, 4.00). */
        MALFORMED
    }
}
