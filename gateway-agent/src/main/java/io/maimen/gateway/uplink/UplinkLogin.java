package io.maimen.gateway.uplink;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Lane;
import io.maimen.observation.device.GatewayId;
import java.net.URI;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * Where the server is and who we are; also the topics that follow from it (docs/wire.md). Immutable.
 *
 * @param url {@code ssl://HOST:PORT}
 * @param sockets asked before each connection: on its sockets both sides prove who they are
 */
public record UplinkLogin(URI url, GatewayId gateway, Supplier<SSLSocketFactory> sockets) {
    public UplinkLogin {
        requireNonNull(url, "url");
        requireNonNull(gateway, "gateway");
        requireNonNull(sockets, "sockets");
    }

    String envelopeTopic(Lane lane) {
        return "maimen/v1/" + gateway + "/envelope/" + lane.text();
    }

    String receiptTopic() {
        return "maimen/v1/" + gateway + "/receipt";
    }

    String desiredTopic() {
        return "maimen/v1/" + gateway + "/desired";
    }

    String reportedTopic() {
        return "maimen/v1/" + gateway + "/reported";
    }

    @Override
    public String toString() {
        return gateway + " at " + url;
    }
}
