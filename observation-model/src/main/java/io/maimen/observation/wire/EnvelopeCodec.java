package io.maimen.observation.wire;

import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.device.GatewayId;
import java.io.IOException;
import java.util.Optional;

/** Envelopes in CBOR. Stateless; may be shared. */
public final class EnvelopeCodec {
    private static final int VERSION = 1;

    /** One CBOR map, rule {@code envelope} of docs/wire.md. */
    public byte[] toCbor(ObservationEnvelope envelope) {
        return WireFormat.CBOR.toBytes(envelope, EnvelopeCodec::write);
    }

    /** Reads an envelope; its items stay encoded, so that one bad item does not cost the others. */
    public ObservationEnvelope fromCbor(byte[] bytes) throws WireException {
        return WireFormat.CBOR.fromBytes(bytes, "", EnvelopeCodec::read);
    }

    /** The name of an envelope in its receipt: lower-case hex SHA-256 of its bytes as sent. */
    public static String digest(byte[] envelopeBytes) {
        return RawFrameRef.of(Bytes.of(envelopeBytes)).sha256();
    }

    private static void write(ObservationEnvelope envelope, WireWriter out) throws IOException {
        out.integer("v", VERSION);
        out.text("gateway", envelope.gateway().value());
        out.text("lane", envelope.lane().text());
        out.list("items", envelope.items(), (item, to) -> to.bytes(item));
        out.list("rawFrames", envelope.rawFrames(), (frame, to) -> to.map(frame, RawFrameForm::write));
        if (envelope.signature().isPresent()) {
            EnvelopeSignature signature = envelope.signature().get();
            out.field("signature", Notation::writeBytes, signature.bytes());
            out.text("keyId", signature.keyId());
        }
    }

    private static ObservationEnvelope read(WireField in) throws WireException {
        in.requireVersion(VERSION);
        return in.checked(() -> new ObservationEnvelope(
                in.required("gateway").parsed(GatewayId::new),
                in.required("lane").oneOf(Lane.values(), Lane::text),
                in.list("items", item -> item.spelled(Notation::readBytes)),
                in.list("rawFrames", RawFrameForm::read),
                readSignature(in)));
    }

    private static Optional<EnvelopeSignature> readSignature(WireField in) throws WireException {
        Optional<Bytes> signature = in.optional("signature", bytes -> bytes.spelled(Notation::readBytes));
        Optional<String> keyId = in.optional("keyId", WireField::text);
        if (signature.isPresent() != keyId.isPresent()) {
            throw new IllegalArgumentException("WIRE-007 signature and keyId must come together but one was missing");
        }
        return signature.isPresent()
                ? Optional.of(new EnvelopeSignature(keyId.get(), signature.get()))
                : Optional.empty();
    }
}
