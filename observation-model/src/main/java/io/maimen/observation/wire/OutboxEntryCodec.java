package io.maimen.observation.wire;

import java.io.IOException;

/** What the gateway's log holds, in CBOR. Stateless; may be shared. */
public final class OutboxEntryCodec {
    private static final int VERSION = 1;

    /** One CBOR map, rule {@code outbox-entry} of docs/wire.md. */
    public byte[] toCbor(OutboxEntry entry) {
        return WireFormat.LOG.toBytes(entry, OutboxEntryCodec::write);
    }

    /** Reads what {@link #toCbor} of this version wrote. */
    public OutboxEntry fromCbor(byte[] bytes) throws WireException {
        return WireFormat.LOG.fromBytes(bytes, "", OutboxEntryCodec::read);
    }

    private static void write(OutboxEntry entry, WireWriter out) throws IOException {
        out.integer("v", VERSION);
        out.list("rawFrames", entry.rawFrames(), (frame, to) -> to.map(frame, RawFrameForm::write));
        out.list("observations", entry.observations(), (item, to) -> to.map(item, ObservationForm::write));
    }

    private static OutboxEntry read(WireField in) throws WireException {
        in.requireVersion(VERSION);
        return new OutboxEntry(
                in.list("rawFrames", RawFrameForm::read), in.list("observations", ObservationForm::read));
    }
}
