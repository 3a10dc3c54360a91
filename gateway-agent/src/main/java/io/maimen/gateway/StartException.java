package io.maimen.gateway;

/** The gateway cannot start; the message is one line for the person who started it: code, what must hold, what to do. */
final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String line) {
        super(line);
    }

    StartException(String line, Throwable cause) {
        super(line, cause);
    }
}
