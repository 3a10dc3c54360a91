package io.maimen.simulator.device.ecg;

import java.nio.charset.StandardCharsets;

/** Where the gateway's MQTT endpoint listens and how the patch makes itself known there. */
record GatewayAddress(String host, int port, String username, String password) {
    String uri() {
        return "tcp://" + host + ":" + port;
    }

    byte[] passwordBytes() {
        return password.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        // Without the password: this may end in a log.
        return username + "@" + uri();
    }
}
