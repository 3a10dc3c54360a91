package io.maimen.gateway.identity;

import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.EnvelopeSignature;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.net.ssl.SSLSocketFactory;

/**
 * The gateway's identity as {@link Enrolment} left it in {@code identity/}: {@code client.key}, {@code client.pem},
 * {@code ca.pem}, {@code signing.key}. Thread-safe.
 */
public final class GatewayIdentity {
    static final String CLIENT_KEY = "client.key";
    static final String CLIENT = "client.pem";
    static final String AUTHORITY = "ca.pem";
    static final String SIGNING_KEY = "signing.key";

    private final Clock clock;
    private final Credentials credentials;
    private final SigningKey signing;

    private GatewayIdentity(Clock clock, Credentials credentials, SigningKey signing) {
        this.clock = clock;
        this.credentials = credentials;
        this.signing = signing;
    }

    /**
     * Opens what the enrolment left.
     *
     * @param directory the gateway's
     * @throws IdentityException {@code PKI-050} when the gateway is not enrolled, or not whole
     */
    public static GatewayIdentity open(Path directory, GatewayId gateway, Clock clock) throws IdentityException {
        IdentityFiles files = new IdentityFiles(directory);
        if (!files.has(CLIENT)) {
            throw new IdentityException("PKI-050 gateway " + gateway + " must be enrolled but " + files.directory()
                    + " holds no certificate; run ./maimen enrol CODE --server URL --config FILE");
        }
        try {
            Credentials credentials = new Credentials(
                    Pem.key("EC", files.read(CLIENT_KEY)),
                    Pem.certificate(files.read(CLIENT)),
                    Pem.certificate(files.read(AUTHORITY)));
            return new GatewayIdentity(clock, credentials, SigningKey.read(files.read(SIGNING_KEY)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IdentityException(
                    "PKI-050 gateway must be enrolled but " + files.directory() + " cannot be read (" + e.getMessage()
                            + "); enrol it with a new code",
                    e);
        }
    }

    /** For the next connection to the server. */
    public SSLSocketFactory sockets() {
        return credentials.sockets(clock);
    }

    /** Signs for the gateway; {@code signed} is what {@link EnvelopeSignature} says an envelope's signature covers. */
    public EnvelopeSignature sign(byte[] signed) {
        return signing.sign(signed);
    }
}
