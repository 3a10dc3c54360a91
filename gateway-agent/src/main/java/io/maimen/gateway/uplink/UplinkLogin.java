package io.maimen.gateway.uplink;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Lane;
import io.maimen.observation.device.GatewayId;
import java.net.URI;

/** Where the server is and who we are; also the topics that follow from it (docs/wire.md). Immutable. */
public record UplinkLogin(URI url, GatewayId gateway, String token) {
    public UplinkLogin {
        requireNonNull(url, "url");
        requireNonNull(gateway, "gateway");
        requireNonNull(token, "token");
    }

    String envelopeTopic(Lane lane) {
        return "maimen/v1/" + gateway + "/envelope/" + lane.text();
    }

    String receiptTopic() {
        return "maimen/v1/" + gateway + "/receipt";
    }

    @Override
    public String toString() {
        return gateway + " at " + url;
    }
}
