package io.maimen.observation.device;

import java.util.regex.Pattern;

/** A gateway's name, such as {@code clinic-taowan}. Fit for an MQTT topic level. Immutable. */
public record GatewayId(String value) {
    private static final Pattern VALUE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public GatewayId {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("OBS-022 gateway must match " + VALUE + " but was " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
