package io.maimen.observation.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The one-time text with which a new gateway and its server come to trust each other, {@code XXXX-XXXX-XXXX-XXXX-YYYY-…}:
 * 80 bits that only the server and the bearer know, then the first 80 bits of the SHA-256 of the server's CA certificate,
 * so that the gateway believes no other server. Crockford's base 32: no I, L, O, U; read back without regard to case.
 * Immutable.
 *
 * @param secret 16 letters
 * @param authorityCheck 16 letters
 */
public record EnrolmentCode(String secret, String authorityCheck) {
    /** How many random bytes make a secret. */
    public static final int SECRET_BYTES = 10;

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int PART = 16;
    private static final int GROUP = 4;
    private static final int LETTER_BITS = 5;

    /** Refuses what is not 16 and 16 letters of the alphabet. */
    public EnrolmentCode {
        requireLetters(secret);
        requireLetters(authorityCheck);
    }

    /** The code of {@link #SECRET_BYTES} random bytes for the server with this CA certificate (DER). */
    public static EnrolmentCode of(byte[] secret, byte[] authority) {
        if (secret.length != SECRET_BYTES) {
            throw refused("have a secret of " + SECRET_BYTES + " bytes but had " + secret.length);
        }
        return new EnrolmentCode(letters(secret), check(authority));
    }

    /**
     * Reads what a person typed: blanks and hyphens are nothing, O is 0, I and L are 1.
     *
     * @throws IllegalArgumentException {@code PKI-001} when it is no such code
     */
    public static EnrolmentCode parse(String text) {
        String plain = text.toUpperCase(Locale.ROOT)
                .replaceAll("[-\\s]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        if (plain.length() != 2 * PART) {
            throw refused("have 32 letters but had " + plain.length());
        }
        return new EnrolmentCode(plain.substring(0, PART), plain.substring(PART));
    }

    /** Whether it was made by the server with this CA certificate (DER). */
    public boolean isOf(byte[] authority) {
        return authorityCheck.equals(check(authority));
    }

    /** What the server keeps of the secret: SHA-256 in hex. */
    public String secretSha256() {
        return HexFormat.of().formatHex(sha256(secret.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The whole code in groups of four. */
    public String text() {
        return (secret + authorityCheck).replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** Without the secret: this may stand in a log. */
    @Override
    public String toString() {
        return "enrolment code …-" + authorityCheck;
    }

    private static String check(byte[] authority) {
        return letters(Arrays.copyOf(sha256(authority), SECRET_BYTES));
    }

    private static String letters(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int waiting = 0;
        for (byte each : bytes) {
            bits = (bits << Byte.SIZE) | (each & 0xFF);
            waiting += Byte.SIZE;
            while (waiting >= LETTER_BITS) {
                waiting -= LETTER_BITS;
                text.append(LETTERS.charAt(bits >>> waiting & 0x1F));
            }
        }
        return text.toString();
    }

    private static void requireLetters(String part) {
        if (part.length() != PART || !part.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) {
            throw refused("have letters of " + LETTERS + " only but had others");
        }
    }

    private static IllegalArgumentException refused(String must) {
        return new IllegalArgumentException(
                "PKI-001 enrolment code must " + must + "; type it as the server showed it");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
