package io.maimen.gateway.connect.broker;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;

/** Where the broker is and how we make ourselves known there. Immutable. */
public record BrokerAddress(URI url, Optional<String> username, Optional<String> password) {
    public BrokerAddress {
        requireNonNull(url, "url");
        requireNonNull(username, "username");
        requireNonNull(password, "password");
    }

    void login(MqttConnectionOptions options) {
        username.ifPresent(options::setUserName);
        password.ifPresent(secret -> options.setPassword(secret.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        // Without the password: this may end in a log.
        return url.toString();
    }
}
