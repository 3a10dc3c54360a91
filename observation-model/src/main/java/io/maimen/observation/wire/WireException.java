package io.maimen.observation.wire;

import java.util.regex.Pattern;

/**
 * Bytes of a peer that cannot be read; the message begins with a stable code and says what must hold but was not.
 *
 * <p>The message is one line of at most {@value #LONGEST} characters whatever the peer sent: it goes into logs, receipts
 * and quarantine lists.
 */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;
    private static final Pattern NOT_FOR_A_LINE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    private final String code;

    /** The message becomes {@code code reason}. */
    public WireException(String code, String reason) {
        super(code + " " + oneLine(reason));
        this.code = code;
    }

    /** The same, because of {@code cause}. */
    public WireException(String code, String reason, Throwable cause) {
        super(code + " " + oneLine(reason), cause);
        this.code = code;
    }

    /** The stable code, as listed in docs/error-codes.md. */
    public String code() {
        return code;
    }

    private static String oneLine(String reason) {
        String shortened = reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
        return NOT_FOR_A_LINE.matcher(shortened).replaceAll("·");
    }
}
