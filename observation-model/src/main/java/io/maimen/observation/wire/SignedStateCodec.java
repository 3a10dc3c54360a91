package io.maimen.observation.wire;

import java.io.IOException;

/** Signed desired states in CBOR. Stateless; may be shared. */
public final class SignedStateCodec {
    private static final int VERSION = 1;

    /** One CBOR map, rule {@code signed-state} of docs/wire.md. */
    public byte[] toCbor(SignedState state) {
        return WireFormat.CBOR.toBytes(state, SignedStateCodec::write);
    }

    /** Reads the wrapper; the state in it stays bytes, for it is those that were signed. */
    public SignedState fromCbor(byte[] bytes) throws WireException {
        return WireFormat.CBOR.fromBytes(bytes, "", SignedStateCodec::read);
    }

    private static void write(SignedState signed, WireWriter out) throws IOException {
        out.integer("v", VERSION);
        out.field("state", Notation::writeBytes, signed.state());
        out.field("signature", Notation::writeBytes, signed.signature());
    }

    private static SignedState read(WireField in) throws WireException {
        in.requireVersion(VERSION);
        return new SignedState(
                in.required("state", Notation::readBytes), in.required("signature", Notation::readBytes));
    }
}
