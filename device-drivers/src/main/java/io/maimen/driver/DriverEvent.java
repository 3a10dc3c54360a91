package io.maimen.driver;

import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.time.Instant;

/** What can happen to a protocol. A closed set; immutable. */
public sealed interface DriverEvent {
    /** The connection stands; comes first, once. */
    record Connected(Instant at) implements DriverEvent {}

    /**
     * Bytes arrived. A stream may be cut anywhere; a message transport gives one message at a time.
     *
     * @param delivery what must be answered with {@link DriverAction.Acknowledge}, or {@link DeliveryId#NONE}
     */
    record Received(Channel channel, DeliveryId delivery, Bytes bytes, ReceiveTime at) implements DriverEvent {
        /** Bytes of a plain stream. */
        public static Received stream(Bytes bytes, ReceiveTime at) {
            return new Received(Channel.STREAM, DeliveryId.NONE, bytes, at);
        }
    }

    /** A write was handed over to the device's line. */
    record WriteDone(Channel channel) implements DriverEvent {}

    /** A write, a subscription or a read failed; the connection may still stand. */
    record WriteFailed(Channel channel, String reason) implements DriverEvent {}

    /** The time asked for with {@link DriverAction.Wake} has come. */
    record Elapsed(Instant now) implements DriverEvent {}

    /** The outbox has fsynced what {@link DriverAction.Store} gave it: now, and only now, may the device be told. */
    record Stored(StoreId storeId) implements DriverEvent {}

    /** The outbox could not keep it; the device must not believe it is safe. */
    record NotStored(StoreId storeId, String reason) implements DriverEvent {}

    /** The connection is gone; comes last, once. */
    record Disconnected(Instant at) implements DriverEvent {}
}
