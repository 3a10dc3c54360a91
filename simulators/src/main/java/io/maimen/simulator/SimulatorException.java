package io.maimen.simulator;

/**
 * A workbench that cannot go on: a missing program, an unreadable record, a journal that is no journal.
 *
 * <p>The message is one line, {@code CODE field must be X but was Y; what to do next}, with a code of
 * docs/error-codes.md.
 */
public final class SimulatorException extends Exception {
    private static final long serialVersionUID = 1L;

    public SimulatorException(String message) {
        super(message);
    }

    public SimulatorException(String message, Throwable cause) {
        super(message, cause);
    }
}
