package io.maimen.gateway.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** What the gateway shows the server, and what it believes of it, at one time. Immutable. */
record Credentials(PrivateKey key, X509Certificate certificate, X509Certificate authority) {
    private static final char[] IN_MEMORY = new char[0];

    /** Sockets on which both sides prove who they are; the server's certificate must hold by this clock. */
    SSLSocketFactory sockets(Clock clock) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, IN_MEMORY);
            keys.setKeyEntry("gateway", key, IN_MEMORY, new X509Certificate[] {certificate});
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, IN_MEMORY);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(
                    factory.getKeyManagers(),
                    new TrustManager[] {ServerTrust.pinned(authority, clock)},
                    new SecureRandom());
            return tls.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key and certificate that were read can be used", e);
        }
    }
}
