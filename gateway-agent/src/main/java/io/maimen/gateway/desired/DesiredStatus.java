package io.maimen.gateway.desired;

import java.util.Locale;
import java.util.Optional;

/**
 * Which desired state a gateway works by. Immutable.
 *
 * @param version 0 when it never had one
 * @param refusal why it did not take the one it heard last
 */
public record DesiredStatus(int version, Optional<String> refusal) {
    /** How it stands with what the server wants. */
    public enum State {
        /** The gateway never heard one, and works by what it came with. */
        NONE,
        APPLIED,
        /** The one heard last was not taken; the one before holds. */
        REFUSED;

        /** Lower case, as the status writes it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands. */
    public State state() {
        if (refusal.isPresent()) {
            return State.REFUSED;
        }
        return version == 0 ? State.NONE : State.APPLIED;
    }
}
