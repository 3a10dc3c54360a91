package io.maimen.ingest;

import io.maimen.ingest.gateways.Gateways;
import io.maimen.ingest.identity.IdentityException;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;
import io.maimen.observation.Bytes;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.key.Ed25519;
import io.maimen.observation.key.Pem;
import io.maimen.observation.wire.EnvelopeSignature;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A gateway's keys and the certificate a server gave it. The keys are made once: that takes longer than a test should. */
public record TestCredentials(GatewayId gateway, String certificatePem) {
    public static final KeyPair SIGNING = keys("Ed25519");

    private static final KeyPair TLS = keys("EC");
    private static final char[] IN_MEMORY = new char[0];

    /** Enters a gateway and enrols it, past HTTP. */
    public static TestCredentials enrol(Gateways gateways, GatewayId gateway) throws IdentityException {
        Scope everything = new Scope(OrganisationId.ROOT, Set.of(OrganisationId.ROOT));
        gateways.registry().create("test", gateway, OrganisationId.ROOT);
        String code = gateways.registry()
                .code("test", everything, gateway)
                .orElseThrow()
                .code()
                .text();
        byte[] signing = SIGNING.getPublic().getEncoded();
        return new TestCredentials(
                gateway,
                gateways.enrolment()
                        .enrol(code, request(gateway.value()), signing, "test")
                        .certificate());
    }

    /** As every enrolled gateway of the tests signs. */
    public static EnvelopeSignature sign(byte[] bytes) {
        return sign(SIGNING, bytes);
    }

    /** The same with another key. */
    public static EnvelopeSignature sign(KeyPair pair, byte[] bytes) {
        return new EnvelopeSignature(
                EnvelopeSignature.keyId(pair.getPublic().getEncoded()),
                Bytes.of(Ed25519.sign(pair.getPrivate(), bytes)));
    }

    /** The body of {@code POST /api/enrol}. */
    public static JsonObject enrolment(String code, String gateway) {
        return new JsonObject()
                .put("code", code)
                .put("certificateRequest", request(gateway))
                .put(
                        "signingKey",
                        Base64.getEncoder().encodeToString(SIGNING.getPublic().getEncoded()));
    }

    /** PKCS #10 in a gateway's name. */
    public static String request(String gateway) {
        try {
            byte[] request = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=" + gateway), TLS.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(TLS.getPrivate()))
                    .getEncoded();
            return Pem.of("CERTIFICATE REQUEST", request);
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A TLS client that shows the certificate and believes any server. */
    public SSLContext tls() throws GeneralSecurityException, IOException {
        return tls(keyManagers().getKeyManagers());
    }

    /** The same, but it shows the certificate also to a server that says it knows no such CA. */
    public SSLContext insistent() throws GeneralSecurityException, IOException {
        return tls(new Insistent((X509ExtendedKeyManager) keyManagers().getKeyManagers()[0]));
    }

    /** A TLS client that shows nothing and believes any server. */
    public static SSLContext stranger() throws GeneralSecurityException {
        return tls(new KeyManager[0]);
    }

    public KeyManagerFactory keyManagers() throws GeneralSecurityException, IOException {
        Certificate certificate = Pem.certificate(certificatePem);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, IN_MEMORY);
        store.setKeyEntry("gateway", TLS.getPrivate(), IN_MEMORY, new Certificate[] {certificate});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, IN_MEMORY);
        return factory;
    }

    /** Writes {@code gateway.pem} and {@code gateway.key}, as command-line clients want them. */
    public void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("gateway.pem"), certificatePem);
        Files.writeString(directory.resolve("gateway.key"), Pem.of(TLS.getPrivate()));
    }

    private static SSLContext tls(KeyManager... shown) throws GeneralSecurityException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(shown, new TrustManager[] {new Credulous()}, new SecureRandom());
        return tls;
    }

    /** {@code algorithm}: EC or Ed25519. */
    public static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(256);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library's own shows nothing where it is not asked for. */
    private static final class Insistent extends X509ExtendedKeyManager {
        private static final String ALIAS = "gateway";

        private final X509ExtendedKeyManager keys;

        Insistent(X509ExtendedKeyManager keys) {
            this.keys = keys;
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return keys.getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return keys.getPrivateKey(alias);
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return "";
        }
    }

    /** Tests set the server's clock to any year, and the library would judge its certificate by the machine's. */
    private static final class Credulous extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
