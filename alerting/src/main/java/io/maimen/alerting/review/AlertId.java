package io.maimen.alerting.review;

import io.maimen.alerting.rule.Subject;
import io.maimen.observation.ObservationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** An alert's name, 32 lower-case hex digits, derived from the rule, the subject and the reading that opened it. Immutable. */
public record AlertId(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
    private static final int LENGTH_BYTES = 16;

    public AlertId {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("ALR-009 alert id must be 32 lower-case hex digits but was " + hex);
        }
    }

    /**
     * The same rule, subject and reading always give the same id, so that an alert stored twice is stored once.
     *
     * @param round how many alerts of this rule were closed on this reading after it had been taken from the subject: one
     *     that comes back opens another
     */
    public static AlertId derive(RuleRef rule, Subject subject, ObservationId openedBy, int round) {
        try {
            String openedWith =
                    String.join("\n", rule.pack(), rule.id(), subject.key(), openedBy.hex(), String.valueOf(round));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(openedWith.getBytes(StandardCharsets.UTF_8));
            return new AlertId(HexFormat.of().formatHex(Arrays.copyOf(digest, LENGTH_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
