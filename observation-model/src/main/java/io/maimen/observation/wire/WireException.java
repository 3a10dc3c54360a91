package io.maimen.observation.wire;

/** Bytes of a peer that cannot be read; the message begins with a stable code and says what must hold but was not. */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** The message becomes {@code code reason}. */
    public WireException(String code, String reason) {
        super(code + " " + reason);
        this.code = code;
    }

    /** The same, because of {@code cause}. */
    public WireException(String code, String reason, Throwable cause) {
        super(code + " " + reason, cause);
        this.code = code;
    }

    /** The stable code, as listed in docs/error-codes.md. */
    public String code() {
        return code;
    }
}
