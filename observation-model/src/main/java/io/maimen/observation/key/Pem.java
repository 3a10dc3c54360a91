package io.maimen.observation.key;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys and certificates as text, RFC 7468. Stateless. */
public final class Pem {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]*)-----END \\1-----");
    private static final int LINE = 64;

    private Pem() {}

    /** The certificate, one block. */
    public static String of(X509Certificate certificate) throws GeneralSecurityException {
        return of("CERTIFICATE", certificate.getEncoded());
    }

    /** PKCS #8 (RFC 5958), not encrypted: to be kept where only its owner reads. */
    public static String of(PrivateKey key) {
        return of("PRIVATE KEY", key.getEncoded());
    }

    /** SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7). */
    public static String of(PublicKey key) {
        return of("PUBLIC KEY", key.getEncoded());
    }

    /** The first certificate of a text; throws when it has none, or one that is no X.509. */
    public static X509Certificate certificate(String text) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes("CERTIFICATE", text)));
    }

    /** The first private key of a text, PKCS #8; {@code algorithm}: EC or Ed25519. Throws when there is none of that kind. */
    public static PrivateKey key(String algorithm, String text) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes("PRIVATE KEY", text)));
    }

    /** The bytes of the first block of this label; throws when there is none, or it is not base64. */
    public static byte[] bytes(String label, String text) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals(label)) {
                return decoded(block.group(2));
            }
        }
        throw new GeneralSecurityException("text must have a PEM block " + label + " but had none");
    }

    private static byte[] decoded(String base64) throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("a PEM block must be base64 but was not", e);
        }
    }

    /** Any bytes under a label of capitals, such as {@code CERTIFICATE REQUEST}; lines of 64 letters. */
    public static String of(String label, byte[] bytes) {
        String lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
