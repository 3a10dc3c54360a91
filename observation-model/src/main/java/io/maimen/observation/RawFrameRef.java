package io.maimen.observation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names a raw device frame by the SHA-256 of its bytes, in 64 lower-case hex digits. Immutable. */
public record RawFrameRef(String sha256) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public RawFrameRef {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("OBS-012 sha256 must be 64 lower-case hex digits but was " + sha256);
        }
    }

    /** The reference of these bytes. */
    public static RawFrameRef of(Bytes frame) {
        return new RawFrameRef(HexFormat.of().formatHex(sha256(frame.toArray())));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
