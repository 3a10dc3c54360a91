package io.maimen.gateway.connect.mqtt;

import static java.util.Objects.requireNonNull;

import io.maimen.gateway.connect.ConnectionAcceptor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A device the endpoint lets in. Immutable.
 *
 * @param topicPrefix what every topic it publishes to must begin with, such as {@code ecg/v1/ECG-0001/}
 */
public record MqttDevice(String username, String password, String topicPrefix, ConnectionAcceptor acceptor) {
    public MqttDevice {
        requireNonNull(username, "username");
        requireNonNull(password, "password");
        requireNonNull(topicPrefix, "topicPrefix");
        requireNonNull(acceptor, "acceptor");
    }

    /** Compares in constant time. */
    boolean knows(String offered) {
        return MessageDigest.isEqual(
                password.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return username;
    }
}
