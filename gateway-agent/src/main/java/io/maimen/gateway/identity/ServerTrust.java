package io.maimen.gateway.identity;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes one CA, and of what it signed only a server's certificate. Only our own server holds one, so a host's name proves
 * nothing more and is not compared: addresses in a clinic change. Thread-safe.
 */
final class ServerTrust extends X509ExtendedTrustManager {
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

    private final Predicate<X509Certificate> isOurAuthority;
    private final Optional<Clock> clock;

    private ServerTrust(Predicate<X509Certificate> isOurAuthority, Optional<Clock> clock) {
        this.isOurAuthority = isOurAuthority;
        this.clock = clock;
    }

    /** Believes the CA that the predicate knows, whatever the time is: our clock may be what is wrong. */
    static ServerTrust timeless(Predicate<X509Certificate> isOurAuthority) {
        return new ServerTrust(isOurAuthority, Optional.empty());
    }

    /** Believes this CA, while the server's certificate holds by this clock. */
    static ServerTrust pinned(X509Certificate authority, Clock clock) {
        return new ServerTrust(authority::equals, Optional.of(clock));
    }

    /** The server shows its own certificate and its CA's. */
    private void check(X509Certificate... chain) throws CertificateException {
        if (chain.length != 2 || !isOurAuthority.test(chain[1])) {
            throw new CertificateException(
                    "PKI-051 server must show the CA that this gateway was enrolled with but showed '"
                            + chain[chain.length - 1].getSubjectX500Principal()
                            + "'; check the address, or enrol anew");
        }
        try {
            chain[0].verify(chain[1].getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new CertificateException("PKI-051 server certificate must be signed by its CA but is not", e);
        }
        if (chain[0].getExtendedKeyUsage() == null
                || !chain[0].getExtendedKeyUsage().contains(SERVER_AUTHENTICATION)) {
            throw new CertificateException("PKI-051 certificate must be a server's but is not");
        }
        if (clock.isPresent()) {
            checkTime(chain[0], clock.get().instant());
        }
    }

    private static void checkTime(X509Certificate server, Instant now) throws CertificateException {
        Instant from = server.getNotBefore().toInstant();
        Instant until = server.getNotAfter().toInstant();
        if (now.isBefore(from) || now.isAfter(until)) {
            throw new CertificateException("PKI-052 server certificate must hold today but holds from " + from + " to "
                    + until + " and our clock says " + now);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("a gateway is nobody's server here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("a gateway is nobody's server here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("a gateway is nobody's server here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
