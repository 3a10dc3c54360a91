package io.maimen.ingest.identity;

import io.maimen.ingest.identity.IdentityException.Reason;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.util.IPAddress;

/**
 * Signs certificates, RFC 5280: its own, the server's, the gateways'. EC P-256 with SHA-256. Times of a certificate count
 * whole seconds. Immutable; thread-safe.
 */
final class CertificateAuthority {
    static final Duration LIFE = Duration.ofDays(3_650);
    static final Duration SERVER_LIFE = Duration.ofDays(365);

    private static final String SIGNED_WITH = "SHA256withECDSA";
    /** A browser's clock may be a little behind ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private static final int SERIAL_BITS = 127;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PrivateKey key;
    private final X509Certificate certificate;

    CertificateAuthority(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** A new one; its serial is in its name, so that two servers' are told apart. */
    static CertificateAuthority create(KeyPair keys, Instant now) throws GeneralSecurityException {
        BigInteger serial = new BigInteger(SERIAL_BITS, RANDOM);
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, "Maimen CA " + serial.toString(16).substring(0, 8))
                .build();
        JcaX509v3CertificateBuilder draft = new JcaX509v3CertificateBuilder(
                name, serial, Date.from(now.minus(CLOCKS_DIFFER)), Date.from(now.plus(LIFE)), name, keys.getPublic());
        try {
            draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            draft.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
        return new CertificateAuthority(keys.getPrivate(), signed(draft, keys.getPrivate()));
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** The server's, for these host names and addresses. */
    X509Certificate server(PublicKey server, List<String> names, Instant now) throws GeneralSecurityException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.OU, "server")
                .addRDN(BCStyle.CN, "Maimen server")
                .build();
        JcaX509v3CertificateBuilder draft =
                draft(server, subject, now.minus(CLOCKS_DIFFER), now.plus(SERVER_LIFE), KeyPurposeId.id_kp_serverAuth);
        GeneralName[] alternatives =
                names.stream().map(CertificateAuthority::alternative).toArray(GeneralName[]::new);
        try {
            draft.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
        return signed(draft, key);
    }

    /**
     * A gateway's: CN is its id, OU {@code gateway}.
     *
     * @param request PKCS #10 (RFC 2986), DER, signed by the key it asks a certificate for
     * @throws IdentityException {@code PKI-010} when the request is not that, {@code PKI-011} when it names another gateway
     */
    X509Certificate gateway(byte[] request, String gateway, Instant now, Instant until)
            throws IdentityException, GeneralSecurityException {
        PublicKey asking = proven(request, gateway);
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.OU, GatewayCertificate.UNIT)
                .addRDN(BCStyle.CN, gateway)
                .build();
        return signed(draft(asking, subject, now, until, KeyPurposeId.id_kp_clientAuth), key);
    }

    private static PublicKey proven(byte[] request, String gateway) throws IdentityException {
        try {
            JcaPKCS10CertificationRequest read = new JcaPKCS10CertificationRequest(request);
            PublicKey asking = read.getPublicKey();
            if (!"EC".equals(asking.getAlgorithm())
                    || !read.isSignatureValid(new JcaContentVerifierProviderBuilder().build(asking))) {
                throw new IdentityException(
                        Reason.WRONG,
                        "PKI-010 certificate request must be signed by its own EC key but was not; make it anew");
            }
            RDN[] names = read.getSubject().getRDNs(BCStyle.CN);
            String name = names.length == 1 ? names[0].getFirst().getValue().toString() : "";
            if (!name.equals(gateway)) {
                throw new IdentityException(
                        Reason.WRONG,
                        "PKI-011 certificate request must be for gateway " + gateway + " but was for '" + name
                                + "'; correct gateway.id in its configuration");
            }
            return asking;
        } catch (IOException | PKCSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IdentityException(
                    Reason.WRONG,
                    "PKI-010 certificate request must be PKCS #10 but was not (" + e.getMessage() + "); make it anew");
        }
    }

    private JcaX509v3CertificateBuilder draft(
            PublicKey subjectKey, X500Name subject, Instant from, Instant until, KeyPurposeId purpose)
            throws GeneralSecurityException {
        JcaX509v3CertificateBuilder draft = new JcaX509v3CertificateBuilder(
                certificate,
                new BigInteger(SERIAL_BITS, RANDOM),
                Date.from(from),
                Date.from(until),
                subject,
                subjectKey);
        try {
            draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            draft.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            draft.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
        return draft;
    }

    private static GeneralName alternative(String name) {
        return new GeneralName(IPAddress.isValid(name) ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder draft, PrivateKey by)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(draft.build(new JcaContentSignerBuilder(SIGNED_WITH).build(by)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
