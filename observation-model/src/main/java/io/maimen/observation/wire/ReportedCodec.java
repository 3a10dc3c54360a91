package io.maimen.observation.wire;

import java.io.IOException;
import java.util.Optional;

/** What gateways report of their desired state, in CBOR. Stateless; may be shared. */
public final class ReportedCodec {
    private static final int VERSION = 1;

    /** One CBOR map, rule {@code reported} of docs/wire.md. */
    public byte[] toCbor(Reported reported) {
        return WireFormat.CBOR.toBytes(reported, ReportedCodec::write);
    }

    /** Reads one. */
    public Reported fromCbor(byte[] bytes) throws WireException {
        return WireFormat.CBOR.fromBytes(bytes, "", ReportedCodec::read);
    }

    private static void write(Reported reported, WireWriter out) throws IOException {
        out.integer("v", VERSION);
        out.integer("version", reported.version());
        out.flag("applied", reported.applied());
        if (reported.refusal().isPresent()) {
            out.text("reason", reported.refusal().get());
        }
    }

    private static Reported read(WireField in) throws WireException {
        in.requireVersion(VERSION);
        int version = in.required("version").integer(0, Integer.MAX_VALUE);
        boolean applied = in.required("applied").flag();
        Optional<String> reason = in.optional("reason", WireField::text);
        if (applied == reason.isPresent()) {
            throw in.refused("must give a reason when it was not applied, and only then");
        }
        return new Reported(version, reason);
    }
}
