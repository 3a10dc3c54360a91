package io.maimen.ingest.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Something that must be provable later. Immutable.
 *
 * @param who a username, {@code gateway:ID}, {@link #SERVER} or {@link #NOBODY}
 * @param subject what it was done to: a word and a name, such as {@code alert 01ab…} or {@code patient p-0001}
 * @param detail reason or circumstance; may be empty; more than {@value #MAX_TEXT} characters are cut off
 */
public record AuditEvent(Instant at, String who, Action action, String subject, String detail) {
    /** The machine itself. */
    public static final String SERVER = "server";
    /** Someone who did not prove to be anybody. The name given is not kept: people type passwords into the wrong field. */
    public static final String NOBODY = "nobody";

    private static final int MAX_TEXT = 1_000;

    public AuditEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        if (who.isBlank()) {
            throw new IllegalArgumentException("AUD-001 who must be named but was blank");
        }
        who = clipped(who);
        subject = clipped(subject);
        detail = clipped(detail);
    }

    private static String clipped(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }
}
