package io.maimen.gateway.identity;

import io.maimen.log.secret.SecretFiles;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.key.Ed25519;
import io.maimen.observation.key.Pem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** A CA for tests, with a server and gateways of its own. Made once: keys take longer than a test should. */
public final class TestAuthority {
    /** Wide around every clock that tests use. */
    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");
    private static final char[] IN_MEMORY = new char[0];

    public static final TestAuthority INSTANCE = create();

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final KeyPair serverKeys;
    private final AtomicLong serial = new AtomicLong(1);

    private TestAuthority(KeyPair keys, KeyPair serverKeys) throws GeneralSecurityException {
        this.keys = keys;
        this.serverKeys = serverKeys;
        this.certificate = issue("CN=Test CA", keys, KeyPurposeId.anyExtendedKeyUsage, FROM, UNTIL);
    }

    private static TestAuthority create() {
        try {
            return new TestAuthority(NewKeys.forTls(), NewKeys.forTls());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** What a server of this CA shows. */
    public KeyManagerFactory server() throws GeneralSecurityException, IOException {
        return server(FROM, UNTIL);
    }

    KeyManagerFactory server(Instant from, Instant until) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, IN_MEMORY);
        store.setKeyEntry("server", serverKeys.getPrivate(), IN_MEMORY, serverChain(from, until));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, IN_MEMORY);
        return factory;
    }

    /** The same, and then its CA's. */
    X509Certificate[] serverChain(Instant from, Instant until) throws GeneralSecurityException {
        X509Certificate server = issue("CN=Test server", serverKeys, KeyPurposeId.id_kp_serverAuth, from, until);
        return new X509Certificate[] {server, certificate};
    }

    /** A server's certificate by a CA of the same name with another key. */
    static X509Certificate another() throws GeneralSecurityException {
        return create().serverChain(FROM, UNTIL)[0];
    }

    /** The certificate that a request asks for, PEM. */
    String issue(String request, Instant from, Instant until) {
        try {
            JcaPKCS10CertificationRequest read =
                    new JcaPKCS10CertificationRequest(Pem.bytes("CERTIFICATE REQUEST", request));
            KeyPair asking = new KeyPair(read.getPublicKey(), null);
            String subject = read.getSubject().toString();
            return Pem.of(issue(subject, asking, KeyPurposeId.id_kp_clientAuth, from, until));
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Leaves in a gateway's directory what an enrolment would. */
    public void enrol(Path directory, GatewayId gateway) throws GeneralSecurityException, IOException {
        enrol(directory, gateway, FROM, UNTIL);
    }

    void enrol(Path directory, GatewayId gateway, Instant from, Instant until)
            throws GeneralSecurityException, IOException {
        KeyPair client = NewKeys.forTls();
        SecretFiles files = GatewayIdentity.files(directory);
        files.write(GatewayIdentity.AUTHORITY, Pem.of(certificate));
        files.write(GatewayIdentity.SIGNING_KEY, Pem.of(Ed25519.newKeys().getPrivate()));
        files.write(GatewayIdentity.CLIENT_KEY, Pem.of(client.getPrivate()));
        files.write(
                GatewayIdentity.CLIENT,
                Pem.of(issue("CN=" + gateway, client, KeyPurposeId.id_kp_clientAuth, from, until)));
    }

    private X509Certificate issue(String subject, KeyPair of, KeyPurposeId purpose, Instant from, Instant until)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    new X500Name("CN=Test CA"),
                                    BigInteger.valueOf(serial.getAndIncrement()),
                                    Date.from(from),
                                    Date.from(until),
                                    new X500Name(subject),
                                    of.getPublic())
                            .addExtension(
                                    Extension.basicConstraints,
                                    true,
                                    new BasicConstraints(purpose.equals(KeyPurposeId.anyExtendedKeyUsage)))
                            .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
