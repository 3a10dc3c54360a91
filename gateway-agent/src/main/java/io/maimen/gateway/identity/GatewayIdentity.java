package io.maimen.gateway.identity;

import io.maimen.log.secret.SecretFiles;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.key.Pem;
import io.maimen.observation.wire.EnvelopeSignature;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's identity as {@link Enrolment} left it in {@code identity/}: {@code client.key}, {@code client.pem},
 * {@code ca.pem}, {@code signing.key}, {@code desired.pub}. Thread-safe.
 */
public final class GatewayIdentity {
    static final String CLIENT_KEY = "client.key";
    static final String CLIENT = "client.pem";
    static final String AUTHORITY = "ca.pem";
    static final String SIGNING_KEY = "signing.key";

    private static final Logger LOG = LoggerFactory.getLogger(GatewayIdentity.class);

    private final GatewayId gateway;
    private final SecretFiles files;
    private final SigningKey signing;
    private final ServerClock clock;
    private volatile Credentials credentials;

    private GatewayIdentity(
            GatewayId gateway, SecretFiles files, SigningKey signing, ServerClock clock, Credentials credentials) {
        this.gateway = gateway;
        this.files = files;
        this.clock = clock;
        this.credentials = credentials;
        this.signing = signing;
    }

    /** Where a gateway keeps who it is, below its directory. */
    static SecretFiles files(Path directory) {
        return new SecretFiles(directory.resolve("identity"));
    }

    /**
     * Opens what the enrolment left.
     *
     * @param directory the gateway's
     * @throws IdentityException {@code PKI-050} when the gateway is not enrolled, or not whole
     */
    public static GatewayIdentity open(Path directory, GatewayId gateway, Clock clock) throws IdentityException {
        SecretFiles files = files(directory);
        if (!files.has(CLIENT)) {
            throw new IdentityException("PKI-050 gateway " + gateway + " must be enrolled but " + files.directory()
                    + " holds no certificate; run ./maimen enrol CODE --server URL --config FILE");
        }
        try {
            Credentials credentials = new Credentials(
                    Pem.key("EC", files.read(CLIENT_KEY)),
                    Pem.certificate(files.read(CLIENT)),
                    Pem.certificate(files.read(AUTHORITY)));
            SigningKey signing = SigningKey.read(files.read(SIGNING_KEY));
            return new GatewayIdentity(gateway, files, signing, new ServerClock(clock), credentials);
        } catch (IOException | GeneralSecurityException e) {
            throw new IdentityException(
                    "PKI-050 gateway must be enrolled but " + files.directory() + " cannot be read (" + e.getMessage()
                            + "); enrol it with a new code",
                    e);
        }
    }

    GatewayId gateway() {
        return gateway;
    }

    X509Certificate authority() {
        return credentials.authority();
    }

    /** For the next connection to the server. */
    public SSLSocketFactory sockets() {
        return credentials.sockets(clock);
    }

    /** Until when the certificate holds, by the server's clock. */
    Instant certificateUntil() {
        return credentials.certificate().getNotAfter().toInstant();
    }

    /** Whether two thirds of the certificate's life are over, or all of it, by the server's clock as far as we know it. */
    boolean isDue() {
        Instant from = credentials.certificate().getNotBefore().toInstant();
        Duration life = Duration.between(from, certificateUntil());
        return !clock.instant().isBefore(from.plus(life.multipliedBy(2).dividedBy(3)));
    }

    /** How far the server's clock is ahead of ours; empty while it has not said. */
    Optional<Duration> clockOffset() {
        return clock.offset();
    }

    /** From now on certificates are judged by the server's time. */
    void serverTimeIs(Instant serverTime) {
        boolean first = clock.offset().isEmpty();
        clock.set(serverTime);
        if (first) {
            LOG.info(
                    "the server's clock is {} ms ahead of ours; certificates are judged by the server's",
                    clock.offset().map(Duration::toMillis).orElse(0L));
        }
    }

    /** Asks for the next certificate: for the same key, so that one file is all that changes. */
    String certificateRequest() throws IdentityException {
        try {
            Credentials now = credentials;
            return NewKeys.request(new KeyPair(now.certificate().getPublicKey(), now.key()), gateway);
        } catch (GeneralSecurityException e) {
            throw new IdentityException("PKI-054 keys must be made and used here but were not: " + e.getMessage(), e);
        }
    }

    /** Signs for the gateway: an envelope, as {@link EnvelopeSignature} says, or what {@link Renewal} asks. */
    public EnvelopeSignature sign(byte[] signed) {
        return signing.sign(signed);
    }

    /**
     * The next connection shows this certificate; returns when it is on disk, whole.
     *
     * @throws IdentityException {@code PKI-056} when it is not ours; the one we have stays
     */
    void renew(String pem) throws IdentityException, IOException {
        Credentials now = credentials;
        try {
            X509Certificate next = Pem.certificate(pem);
            next.verify(now.authority().getPublicKey());
            if (!next.getPublicKey().equals(now.certificate().getPublicKey())) {
                throw new GeneralSecurityException("it is for another key");
            }
            files.write(CLIENT, pem);
            credentials = new Credentials(now.key(), next, now.authority());
        } catch (GeneralSecurityException e) {
            throw new IdentityException(
                    "PKI-056 new certificate must be this gateway's, by its CA, but was not (" + e.getMessage()
                            + "); the present one stays; check the address",
                    e);
        }
    }

    /**
     * Keeps the server's key for desired states where the enrolment brought none; one that is known stays.
     *
     * @param answer the server's, to the renewal
     */
    void learnDesiredKey(JsonObject answer) throws IdentityException, IOException {
        if (!files.has(DesiredKey.FILE)) {
            DesiredKey.keep(files, answer);
        }
    }
}
