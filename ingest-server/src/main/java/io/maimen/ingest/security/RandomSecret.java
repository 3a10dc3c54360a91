package io.maimen.ingest.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets nobody can guess. Stateless. */
final class RandomSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final int PASSWORD_BYTES = 15;

    private RandomSecret() {}

    /** 256 bits in URL-safe letters. */
    static String token() {
        return base64(TOKEN_BYTES);
    }

    /** 120 bits in 20 letters: long enough for ever, short enough to type once. */
    static String password() {
        return base64(PASSWORD_BYTES);
    }

    /** What is kept of a token. A token is random, so a plain hash cannot be searched. */
    static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String base64(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
