package io.maimen.gateway.desired;

/** A desired state that was not taken; the message is a code and a sentence for the server's operator. */
final class RefusedState extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedState(String message) {
        super(message);
    }

    RefusedState(String message, Throwable cause) {
        super(message, cause);
    }
}
