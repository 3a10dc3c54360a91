package io.maimen.simulator.query;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes HTTP clients that believe one CA. Stateless. */
final class PinnedHttp {
    /** A server that has just started on a busy machine takes seconds for its first handshake. */
    private static final Duration CONNECT_TIME = Duration.ofSeconds(30);

    private PinnedHttp() {}

    /** {@code authority}: the CA's certificate, a PEM file. */
    static HttpClient client(Path authority) throws IOException {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore believed = KeyStore.getInstance("PKCS12");
            believed.load(null, new char[0]);
            believed.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(believed);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), new SecureRandom());
            return HttpClient.newBuilder()
                    .sslContext(tls)
                    .connectTimeout(CONNECT_TIME)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IOException("SIM-043 " + authority + " must be a CA certificate but is not", e);
        }
    }
}
