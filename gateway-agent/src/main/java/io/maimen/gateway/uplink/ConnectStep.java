package io.maimen.gateway.uplink;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;

/**
 * A step of coming up: the next one follows, or the session is over.
 *
 * @param name of its packet, for the reason
 * @param next gets the answer
 * @param end gets the reason when there is no next
 */
record ConnectStep(String name, Consumer<IMqttToken> next, Consumer<String> end) implements MqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
        Optional<Integer> refused = PahoReason.errorCode(token);
        if (refused.isPresent()) {
            end.accept(PahoReason.hex(name + " was refused with", refused.get()));
        } else {
            next.accept(token);
        }
    }

    @Override
    public void onFailure(IMqttToken token, Throwable failure) {
        end.accept(name + " failed: " + PahoReason.of(failure));
    }
}
