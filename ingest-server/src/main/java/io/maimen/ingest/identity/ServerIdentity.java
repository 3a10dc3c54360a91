package io.maimen.ingest.identity;

import io.maimen.ingest.identity.IdentityException.Reason;
import io.maimen.log.secret.SecretFiles;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.key.Pem;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who this server is: {@code identity/} with {@code ca.key}, {@code ca.pem}, {@code server.key}, {@code server.pem}, made at
 * the first start. Thread-safe.
 */
public final class ServerIdentity {
    private static final Logger LOG = LoggerFactory.getLogger(ServerIdentity.class);
    private static final String CA_KEY = "ca.key";
    private static final String CA = "ca.pem";
    private static final String SERVER_KEY = "server.key";
    private static final String SERVER = "server.pem";

    private final SecretFiles files;
    private final CertificateAuthority authority;
    private final List<String> names;
    private final Clock clock;
    private final KeyPair serverKeys;
    private final CurrentServerKey keyManager;
    private X509Certificate server;

    private ServerIdentity(
            SecretFiles files,
            CertificateAuthority authority,
            List<String> names,
            Clock clock,
            KeyPair serverKeys,
            X509Certificate server) {
        this.files = files;
        this.authority = authority;
        this.names = List.copyOf(names);
        this.clock = clock;
        this.serverKeys = serverKeys;
        this.server = server;
        this.keyManager = new CurrentServerKey(serverKeys.getPrivate(), server, authority.certificate());
    }

    /**
     * Opens the identity kept in a directory, making what is missing.
     *
     * @param names host names and addresses under which the server is called
     * @throws IOException {@code PKI-002} when the directory cannot be used or holds something else
     */
    public static ServerIdentity open(Path directory, List<String> names, Clock clock) throws IOException {
        SecretFiles files = new SecretFiles(directory);
        try {
            boolean first = !files.has(CA);
            CertificateAuthority authority = first ? newAuthority(files, clock.instant()) : authority(files);
            boolean unsigned = first || !files.has(SERVER);
            KeyPair keys = unsigned ? newServer(files, authority, names, clock.instant()) : serverKeys(files);
            X509Certificate server = Pem.certificate(files.read(SERVER));
            ServerIdentity identity = new ServerIdentity(files, authority, names, clock, keys, server);
            identity.renewIfDue();
            return identity;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "PKI-002 " + directory + " must hold this server's keys and certificates but does not ("
                            + e.getMessage()
                            + "); restore it from a backup, or move it away and enrol every gateway anew",
                    e);
        }
    }

    /** The CA certificate, PEM: what browsers and programs are told to trust. */
    public String authorityPem() {
        try {
            return Pem.of(authority.certificate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** The CA certificate, DER: what an enrolment code names. */
    public byte[] authorityBytes() {
        try {
            return authority.certificate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** The server's end of every TLS port. */
    public X509KeyManager keyManager() {
        return keyManager;
    }

    /** Who may come to the gateways' port; {@code refused} hears of the others, one line each. */
    public TrustManager gatewayTrust(Consumer<String> refused) {
        return new GatewayTrust(authority.certificate(), refused);
    }

    /**
     * A certificate for a gateway, PEM.
     *
     * @param requestPem the gateway's PKCS #10
     * @throws IdentityException when the request is no such thing, or another gateway's
     */
    public Issued issue(String requestPem, GatewayId gateway, Duration life) throws IdentityException {
        try {
            byte[] request = Pem.bytes("CERTIFICATE REQUEST", requestPem);
            Instant now = clock.instant();
            X509Certificate issued = authority.gateway(request, gateway.value(), now, now.plus(life));
            return new Issued(Pem.of(issued), GatewayCertificate.of(issued).orElseThrow());
        } catch (GeneralSecurityException e) {
            throw new IdentityException(
                    Reason.WRONG, "PKI-010 certificate request must be PKCS #10 in PEM but was not; make it anew");
        }
    }

    /** A new certificate as text, and what it says. */
    public record Issued(String pem, GatewayCertificate certificate) {}

    /** To be called at start and daily: another certificate after two thirds of the life, or when the names are others. */
    public synchronized void renewIfDue() throws IOException {
        Instant from = server.getNotBefore().toInstant();
        Duration life = Duration.between(from, server.getNotAfter().toInstant());
        try {
            boolean due = clock.instant().isAfter(from.plus(life.multipliedBy(2).dividedBy(3)));
            if (due || !new HashSet<>(names).equals(namesOf(server))) {
                server = authority.server(serverKeys.getPublic(), names, clock.instant());
                files.write(SERVER, Pem.of(server));
                keyManager.show(server, authority.certificate());
                LOG.info(
                        "the server's certificate is new, until {}",
                        server.getNotAfter().toInstant());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("PKI-003 server certificate must be renewed but was not: " + e.getMessage(), e);
        }
    }

    private static Set<String> namesOf(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? Set.of()
                : names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.toSet());
    }

    private static CertificateAuthority authority(SecretFiles files) throws IOException, GeneralSecurityException {
        return new CertificateAuthority(Pem.key("EC", files.read(CA_KEY)), Pem.certificate(files.read(CA)));
    }

    /** The certificate is written last: without it the key counts for nothing, and both are made at the next start. */
    private static CertificateAuthority newAuthority(SecretFiles files, Instant now)
            throws IOException, GeneralSecurityException {
        KeyPair keys = newKeys();
        CertificateAuthority authority = CertificateAuthority.create(keys, now);
        files.write(CA_KEY, Pem.of(keys.getPrivate()));
        files.write(CA, Pem.of(authority.certificate()));
        return authority;
    }

    private static KeyPair serverKeys(SecretFiles files) throws IOException, GeneralSecurityException {
        PrivateKey key = Pem.key("EC", files.read(SERVER_KEY));
        return new KeyPair(Pem.certificate(files.read(SERVER)).getPublicKey(), key);
    }

    private static KeyPair newServer(SecretFiles files, CertificateAuthority authority, List<String> names, Instant now)
            throws IOException, GeneralSecurityException {
        KeyPair keys = newKeys();
        files.write(SERVER_KEY, Pem.of(keys.getPrivate()));
        files.write(SERVER, Pem.of(authority.server(keys.getPublic(), names, now)));
        return keys;
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
