package io.maimen.observation.wire;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.device.GatewayId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A gateway's signature of an envelope: Ed25519 (RFC 8032) over the list of item digests, so that one item can be proved
 * later without the others. Who holds the keys is no matter of this package. Immutable.
 *
 * @param keyId names the gateway's public key: the first 16 hex digits of the SHA-256 of its SubjectPublicKeyInfo
 * @param bytes the signature itself
 */
public record EnvelopeSignature(String keyId, Bytes bytes) {
    private static final String CONTEXT = "maimen-envelope-v1\n";
    private static final int KEY_ID_DIGITS = 16;
    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{" + KEY_ID_DIGITS + "}");

    public EnvelopeSignature {
        requireNonNull(bytes, "bytes");
        requireKeyId(keyId);
    }

    static String requireKeyId(String keyId) {
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("WIRE-006 keyId must be 16 lower-case hex digits but was " + keyId);
        }
        return keyId;
    }

    /** The name of a public key, given its X.509 SubjectPublicKeyInfo ({@link java.security.PublicKey#getEncoded}). */
    public static String keyId(byte[] subjectPublicKeyInfo) {
        return digest(Bytes.of(subjectPublicKeyInfo)).substring(0, KEY_ID_DIGITS);
    }

    /** What the signature says which item was sent: lower-case hex SHA-256 of the item's bytes as sent. */
    public static String digest(Bytes item) {
        return RawFrameRef.of(item).sha256();
    }

    /** The bytes to sign for an envelope with these items, each as sent. */
    public static byte[] signed(GatewayId gateway, Lane lane, List<Bytes> items) {
        return signedDigests(
                gateway, lane, items.stream().map(EnvelopeSignature::digest).toList());
    }

    /** The same, for whoever kept only the digests; each 64 hex digits, in the order of the items. */
    public static byte[] signedDigests(GatewayId gateway, Lane lane, List<String> itemDigests) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((CONTEXT + gateway + "\n" + lane.text() + "\n").getBytes(StandardCharsets.UTF_8));
        itemDigests.forEach(digest -> out.writeBytes(HexFormat.of().parseHex(digest)));
        return out.toByteArray();
    }
}
