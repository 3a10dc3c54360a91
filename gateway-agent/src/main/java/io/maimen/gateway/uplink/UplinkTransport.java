package io.maimen.gateway.uplink;

import io.maimen.observation.Lane;

/**
 * A way to carry envelopes to the server and receipts back, which connects by itself, again and again. Thread-safe; what it
 * tells its listener it may tell on any thread.
 */
public interface UplinkTransport extends AutoCloseable {
    /** Starts connecting; called once. */
    void open(Listener listener);

    /** Whether {@link #publish} would be taken now: connected, and a place free within the server's Receive Maximum. */
    boolean canPublish();

    /** Hands one envelope over; false when it could not be, and then it has not been sent. */
    boolean publish(Lane lane, byte[] envelope);

    /** Disconnects and connects no more. */
    @Override
    void close();

    /** What a refused envelope is to the server (docs/wire.md, PUBACK). */
    enum Refusal {
        /** It has no room at the moment. */
        NOT_NOW,
        /** It does not believe that we sent it; nothing is kept there. */
        NOT_BELIEVED,
        /** It cannot read it; all of it is kept there, in quarantine. */
        QUARANTINED
    }

    /** Hears the transport. */
    interface Listener {
        /** Connected, receipts subscribed. {@code receiveMaximum} is what the server takes without an answer, 1 or more. */
        void connected(int receiveMaximum);

        /** The connection is gone; what was published on it may or may not have arrived. */
        void disconnected(String reason);

        /** A receipt's bytes. */
        void receipt(byte[] bytes);

        /** The transport's own acknowledgement of a publish came: there is a place for another. It is no receipt. */
        void answered();

        /** The server refused the envelope of this digest; {@code reason} for a person. There is a place for another. */
        void refused(String digest, Refusal refusal, String reason);
    }
}
