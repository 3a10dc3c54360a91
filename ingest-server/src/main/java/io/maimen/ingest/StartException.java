package io.maimen.ingest;

/** The server cannot start; the message is one line: code, what must hold, what was, what to do. */
final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
