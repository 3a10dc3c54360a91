package io.maimen.observation.patient;

import java.util.regex.Pattern;

/** Names a binding: 32 lower-case hex digits, chosen at random where the binding is made. Immutable. */
public record BindingId(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    public BindingId {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("OBS-051 binding must be 32 lower-case hex digits but was " + hex);
        }
    }
}
