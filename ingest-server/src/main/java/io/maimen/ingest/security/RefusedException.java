package io.maimen.ingest.security;

/** What was asked for is not possible; the code is stable, the message is for the person who asked. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Such as {@code SRV-066}. */
    public String code() {
        return code;
    }
}
