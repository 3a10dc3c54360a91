package io.maimen.gateway.config;

/** A password or token; its text never reaches a log line by way of {@link #toString()}. Immutable. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
