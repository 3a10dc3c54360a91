package io.maimen.observation.wire;

import io.maimen.observation.FrameField;
import java.util.List;

/** The fields of a frame by themselves, in CBOR, for a store that keeps a frame's bytes apart. Stateless; may be shared. */
public final class FrameFieldsCodec {
    private static final int VERSION = 1;

    /** One CBOR map, rule {@code frame-fields} of docs/wire.md. */
    public byte[] toCbor(List<FrameField> fields) {
        return WireFormat.LOG.toBytes(fields, (list, out) -> {
            out.integer("v", VERSION);
            out.list("fields", list, (field, to) -> to.map(field, RawFrameForm::writeField));
        });
    }

    /** Reads what {@link #toCbor} of this version wrote. */
    public List<FrameField> fromCbor(byte[] bytes) throws WireException {
        return WireFormat.LOG.fromBytes(bytes, "", in -> {
            in.requireVersion(VERSION);
            return in.list("fields", RawFrameForm::readField);
        });
    }
}
