package io.maimen.ingest.identity;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets a TLS client in whose certificate our CA signed. Whether the certificate holds today and is not revoked is asked at
 * CONNECT, where the answer can say why: the handshake has no words. Thread-safe.
 */
final class GatewayTrust extends X509ExtendedTrustManager {
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    private final X509Certificate authority;
    private final Consumer<String> refused;

    /** {@code refused} hears of every certificate that is not let in, in one line. */
    GatewayTrust(X509Certificate authority, Consumer<String> refused) {
        this.authority = authority;
        this.refused = refused;
    }

    private void check(X509Certificate... chain) throws CertificateException {
        try {
            chain[0].verify(authority.getPublicKey());
            if (chain[0].getExtendedKeyUsage() == null
                    || !chain[0].getExtendedKeyUsage().contains(CLIENT_AUTHENTICATION)) {
                throw new CertificateException("certificate must be for a client but is not");
            }
        } catch (GeneralSecurityException e) {
            refused.accept("PKI-020 client certificate must be signed by this server's CA for a gateway but was '"
                    + chain[0].getSubjectX500Principal() + "' of '" + chain[0].getIssuerX500Principal() + "' ("
                    + e.getMessage() + "); enrol the gateway here");
            throw new CertificateException("PKI-020 certificate must be signed by this server's CA", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this server asks no other");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this server asks no other");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this server asks no other");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {authority};
    }
}
