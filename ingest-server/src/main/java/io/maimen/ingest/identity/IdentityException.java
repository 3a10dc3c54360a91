package io.maimen.ingest.identity;

import java.util.Locale;

/** Something that should prove who somebody is does not; the message is one line that begins with a {@code PKI-} code. */
public final class IdentityException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int CODE_LENGTH = "PKI-000".length();

    private final Reason reason;

    /** What is the matter with it. */
    public enum Reason {
        WRONG,
        EXPIRED,
        REVOKED,
        REPLAYED;

        /** Lower case, as the audit writes it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code message} is the whole line: code, what must hold, what was, what to do. */
    public IdentityException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Such as {@code PKI-024}. */
    public String code() {
        return getMessage().substring(0, CODE_LENGTH);
    }
}
