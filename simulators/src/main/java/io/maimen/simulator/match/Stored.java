package io.maimen.simulator.match;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One result or one block as the server has it.
 *
 * @param patient whose the server says it is; empty while nobody's
 */
public record Stored(Content content, Optional<String> patient) {
    public Stored {
        requireNonNull(content, "content");
        requireNonNull(patient, "patient");
    }

    /** A thing nobody is said to own. */
    static Stored nobodys(Content content) {
        return new Stored(content, Optional.empty());
    }
}
