package io.maimen.simulator.conformance.vectors;

/** A vector that could not even be put to a decoder, or whose decoder contradicts itself. */
final class NotReadException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What that means for the count. */
    enum Why {
        UNSUPPORTED,
        FAILED
    }

    private final Why why;

    NotReadException(Why why, String message) {
        super(message);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
