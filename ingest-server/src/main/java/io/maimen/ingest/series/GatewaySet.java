package io.maimen.ingest.series;

import io.maimen.observation.device.GatewayId;
import java.util.Set;

/**
 * Whose readings are asked for: those of some gateways, or of all there ever are. Immutable; may be shared.
 *
 * @param all every gateway, also one that nobody has heard of yet; {@code named} is empty then
 */
public record GatewaySet(boolean all, Set<GatewayId> named) {
    private static final GatewaySet EVERY = new GatewaySet(true, Set.of());

    public GatewaySet {
        named = Set.copyOf(named);
    }

    /** All of them. */
    public static GatewaySet every() {
        return EVERY;
    }

    /** These and no others. */
    public static GatewaySet of(Set<GatewayId> named) {
        return new GatewaySet(false, named);
    }

    /** Whether what this gateway brought is asked for. */
    public boolean contains(GatewayId gateway) {
        return all || named.contains(gateway);
    }
}
