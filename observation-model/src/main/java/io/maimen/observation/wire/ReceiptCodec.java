package io.maimen.observation.wire;

import java.io.IOException;

/** Receipts in CBOR. Stateless; may be shared. */
public final class ReceiptCodec {
    private static final int VERSION = 1;
    private static final String STORED = "stored";
    private static final String QUARANTINED = "quarantined";

    /** One CBOR map, rule {@code receipt} of docs/wire.md. */
    public byte[] toCbor(Receipt receipt) {
        return WireFormat.CBOR.toBytes(receipt, ReceiptCodec::write);
    }

    /** Reads a receipt; whether it speaks of every item of an envelope is for the envelope's sender to check. */
    public Receipt fromCbor(byte[] bytes) throws WireException {
        return WireFormat.CBOR.fromBytes(bytes, "", ReceiptCodec::read);
    }

    private static void write(Receipt receipt, WireWriter out) throws IOException {
        out.integer("v", VERSION);
        out.hex("envelope", receipt.envelopeDigest());
        out.list("outcomes", receipt.outcomes(), (outcome, to) -> to.map(outcome, ReceiptCodec::writeOutcome));
        out.field("serverTime", Notation::writeInstant, receipt.serverTime());
    }

    private static Receipt read(WireField in) throws WireException {
        in.requireVersion(VERSION);
        return in.checked(() -> new Receipt(
                in.required("envelope").hex(),
                in.list("outcomes", ReceiptCodec::readOutcome),
                in.required("serverTime", Notation::readInstant)));
    }

    private static void writeOutcome(Receipt.Outcome outcome, WireWriter out) throws IOException {
        boolean quarantined = outcome instanceof Receipt.Quarantined;
        out.text("result", quarantined ? QUARANTINED : STORED);
        out.integer("first", outcome.first());
        out.integer("last", outcome.last());
        if (outcome instanceof Receipt.Quarantined refused) {
            out.text("reason", refused.reason());
        }
    }

    private static Receipt.Outcome readOutcome(WireField in) throws WireException {
        String result = in.required("result").oneOf(new String[] {STORED, QUARANTINED}, word -> word);
        int first = in.required("first").integer(0, Integer.MAX_VALUE);
        int last = in.required("last").integer(0, Integer.MAX_VALUE);
        return in.checked(() -> result.equals(STORED)
                ? new Receipt.Stored(first, last)
                : new Receipt.Quarantined(first, last, in.required("reason").text()));
    }
}
