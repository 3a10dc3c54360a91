package io.maimen.gateway.uplink;

import io.maimen.gateway.outbox.Entries;
import io.maimen.observation.Lane;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.ObservationEnvelope;
import io.maimen.observation.wire.Receipt;
import io.maimen.observation.wire.ReceiptCodec;
import io.maimen.observation.wire.WireException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A server in a test's hand: it takes envelopes, and answers when told to. Confined to one thread. */
final class FakeTransport implements UplinkTransport {
    private final List<byte[]> envelopes = new ArrayList<>();
    private Listener listener;
    private int places;

    @Override
    public void open(Listener hears) {
        listener = hears;
    }

    void connect(int receiveMaximum) {
        places = receiveMaximum;
        listener.connected(receiveMaximum);
    }

    void disconnect() {
        places = 0;
        listener.disconnected("the line was cut");
    }

    @Override
    public boolean canPublish() {
        return places > 0;
    }

    @Override
    public boolean publish(Lane lane, byte[] envelope) {
        if (places == 0) {
            return false;
        }
        places--;
        envelopes.add(envelope);
        return true;
    }

    /** PUBACK and receipt for the n-th envelope ever sent. */
    void confirm(int number) {
        confirm(number, Instant.EPOCH);
    }

    private void confirm(int number, Instant at) {
        int items = envelope(number).items().size();
        List<Receipt.Outcome> outcomes = items == 0 ? List.of() : List.of(new Receipt.Stored(0, items - 1));
        pubackAndReceipt(number, new Receipt(EnvelopeCodec.digest(envelopes.get(number)), outcomes, at));
    }

    void pubackAndReceipt(int number, Receipt receipt) {
        puback();
        listener.receipt(new ReceiptCodec().toCbor(receipt));
    }

    void puback() {
        places++;
        listener.answered();
    }

    /** PUBACK that says no to the n-th envelope ever sent. */
    void refuse(int number, Refusal refusal) {
        places++;
        listener.refused(EnvelopeCodec.digest(envelopes.get(number)), refusal, "PUBACK 0x80");
    }

    void receipt(byte[] bytes) {
        listener.receipt(bytes);
    }

    int sent() {
        return envelopes.size();
    }

    byte[] bytes(int number) {
        return envelopes.get(number);
    }

    ObservationEnvelope envelope(int number) {
        try {
            return new EnvelopeCodec().fromCbor(envelopes.get(number));
        } catch (WireException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code alarm a b}: lane and entries' names of each envelope from the n-th on. */
    List<String> sentSince(int number) {
        List<String> texts = new ArrayList<>();
        for (int i = number; i < envelopes.size(); i++) {
            StringBuilder text = new StringBuilder(envelope(i).lane().text());
            envelope(i).rawFrames().forEach(frame -> text.append(' ').append(Entries.name(frame)));
            texts.add(text.toString());
        }
        return texts;
    }

    @Override
    public void close() {
        places = 0;
    }
}
