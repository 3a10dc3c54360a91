package io.maimen.observation.wire;

import io.maimen.observation.patient.Binding;
import java.util.Optional;

/** One item of an envelope in CBOR. Stateless; may be shared. */
public final class ItemCodec {
    /** One CBOR map, rule {@code item} of docs/wire.md. */
    public byte[] toCbor(EnvelopeItem item) {
        if (item instanceof EnvelopeItem.Bound bound) {
            return toCbor(bound.binding());
        }
        return new ObservationCodec().toCbor(((EnvelopeItem.Measured) item).observation());
    }

    /** A binding as an item, rule {@code binding}. */
    public byte[] toCbor(Binding binding) {
        return WireFormat.CBOR.toBytes(binding, BindingForm::write);
    }

    /** Reads an item; refusals name places below {@code path}, such as {@code items[3]}, or "" for an item alone. */
    public EnvelopeItem fromCbor(byte[] bytes, String path) throws WireException {
        return WireFormat.CBOR.fromBytes(bytes, path, ItemCodec::read);
    }

    /** An observation has no kind: it was the only item there was when version 1 was made. */
    private static EnvelopeItem read(WireField in) throws WireException {
        Optional<String> kind = in.optional("kind", word -> word.oneOf(new String[] {BindingForm.KIND}, it -> it));
        return kind.isPresent()
                ? new EnvelopeItem.Bound(BindingForm.read(in))
                : new EnvelopeItem.Measured(ObservationForm.read(in));
    }
}
