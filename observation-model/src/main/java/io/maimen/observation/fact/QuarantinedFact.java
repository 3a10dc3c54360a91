package io.maimen.observation.fact;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.device.GatewayId;
import java.time.Instant;
import java.util.Arrays;

/** Bytes that could not become a measurement, kept with the reason so that a person can mend and admit them again. */
public final class QuarantinedFact implements Fact {
    private final byte[] item;
    private final String reason;
    private final GatewayId gateway;
    private final Instant admittedAt;

    /**
     * Takes a copy of {@code item}.
     *
     * @param reason code and sentence for a person, not blank
     */
    public QuarantinedFact(byte[] item, String reason, GatewayId gateway, Instant admittedAt) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("OBS-040 reason must not be blank");
        }
        this.item = item.clone();
        this.reason = reason;
        this.gateway = requireNonNull(gateway, "gateway");
        this.admittedAt = requireNonNull(admittedAt, "admittedAt");
    }

    /** A copy. */
    public byte[] item() {
        return item.clone();
    }

    public String reason() {
        return reason;
    }

    public GatewayId gateway() {
        return gateway;
    }

    @Override
    public Instant admittedAt() {
        return admittedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuarantinedFact that
                && Arrays.equals(item, that.item)
                && reason.equals(that.reason)
                && gateway.equals(that.gateway)
                && admittedAt.equals(that.admittedAt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(item) * 31 + reason.hashCode();
    }

    @Override
    public String toString() {
        return "quarantined " + item.length + " bytes: " + reason;
    }
}
