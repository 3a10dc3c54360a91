package io.maimen.alerting.review;

import io.maimen.observation.ObservationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** An alert's name, 32 lower-case hex digits, derived from the rule and the reading that opened it. Immutable. */
public record AlertId(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
    private static final int LENGTH_BYTES = 16;

    public AlertId {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("ALR-009 alert id must be 32 lower-case hex digits but was " + hex);
        }
    }

    /** The same rule and reading always give the same id, so that an alert stored twice is stored once. */
    public static AlertId derive(RuleRef rule, ObservationId openedBy) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((rule.pack() + '\n' + rule.id() + '\n' + openedBy.hex()).getBytes(StandardCharsets.UTF_8));
            return new AlertId(HexFormat.of().formatHex(Arrays.copyOf(digest, LENGTH_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
