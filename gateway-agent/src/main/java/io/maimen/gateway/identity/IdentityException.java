package io.maimen.gateway.identity;

/** The gateway cannot prove who it is, or the server cannot; one line that begins with a stable code. */
public final class IdentityException extends Exception {
    private static final long serialVersionUID = 1L;

    IdentityException(String line) {
        super(line);
    }

    IdentityException(String line, Throwable cause) {
        super(line, cause);
    }
}
