package io.maimen.gateway.uplink;

import io.maimen.observation.wire.EnvelopeCodec;
import java.util.concurrent.Semaphore;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;

/** PUBACK for an envelope, or that none will come. Confined to Paho's thread. */
final class EnvelopeAnswer implements MqttActionListener {
    private static final int NOT_AUTHORIZED = 0x87;
    private static final int PAYLOAD_FORMAT_INVALID = 0x99;

    private final byte[] envelope;
    private final UplinkTransport.Listener listener;
    private final Semaphore places;
    private final Runnable next;
    private final Runnable proven;

    /**
     * Waits for one answer.
     *
     * @param places gets the envelope's place back, whatever becomes of it
     * @param next does what waited for a place, when the server has answered
     * @param proven hears that the server took it
     */
    EnvelopeAnswer(
            byte[] envelope, UplinkTransport.Listener listener, Semaphore places, Runnable next, Runnable proven) {
        this.envelope = envelope;
        this.listener = listener;
        this.places = places;
        this.next = next;
        this.proven = proven;
    }

    @Override
    public void onSuccess(IMqttToken token) {
        places.release();
        next.run();
        PahoReason.errorCode(token).ifPresentOrElse(this::refused, this::accepted);
    }

    private void refused(int code) {
        UplinkTransport.Refusal refusal =
                switch (code) {
                    case NOT_AUTHORIZED -> UplinkTransport.Refusal.NOT_BELIEVED;
                    case PAYLOAD_FORMAT_INVALID -> UplinkTransport.Refusal.QUARANTINED;
                    default -> UplinkTransport.Refusal.NOT_NOW;
                };
        listener.refused(EnvelopeCodec.digest(envelope), refusal, PahoReason.hex("PUBACK", code));
    }

    private void accepted() {
        proven.run();
        listener.answered();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable failure) {
        places.release();
        // Without a code the line broke, which is heard, and made up for, when the session ends.
        PahoReason.errorCode(token).ifPresent(this::refused);
    }
}
