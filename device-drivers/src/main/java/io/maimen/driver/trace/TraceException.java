package io.maimen.driver.trace;

/** A trace that cannot be read; the message carries a stable code, names the line, and says what must be there. */
public final class TraceException extends Exception {
    private static final long serialVersionUID = 1L;

    TraceException(String message) {
        super(message);
    }

    TraceException(String message, Throwable cause) {
        super(message, cause);
    }
}
