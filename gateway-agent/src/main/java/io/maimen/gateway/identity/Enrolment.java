package io.maimen.gateway.identity;

import io.maimen.log.secret.SecretFiles;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.key.Ed25519;
import io.maimen.observation.key.Pem;
import io.maimen.observation.wire.EnrolmentCode;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

/** Makes this machine a gateway of a server, once. Blocking. */
public record Enrolment(GatewayId gateway, Path directory, URI server) {
    /**
     * Makes the keys here, checks the server against the code, and keeps the certificate it gives. An earlier identity is
     * replaced only when all of that went well.
     *
     * @throws IdentityException the code is not right, or used, or the server is another
     * @throws IOException the server was not reached, or the directory not written
     */
    public void use(EnrolmentCode code) throws IdentityException, IOException, InterruptedException {
        try {
            KeyPair tls = NewKeys.forTls();
            KeyPair signing = Ed25519.newKeys();
            AtomicReference<X509Certificate> shown = new AtomicReference<>();
            ServerApi api = new ServerApi(server, ServerTrust.timeless(authority -> {
                shown.set(authority);
                return code.isOf(encoded(authority));
            }));
            JsonObject answer = api.post(
                    "/api/enrol",
                    new JsonObject()
                            .put("code", code.text())
                            .put("certificateRequest", NewKeys.request(tls, gateway))
                            .put(
                                    "signingKey",
                                    Base64.getEncoder()
                                            .encodeToString(signing.getPublic().getEncoded())));
            DesiredKey.keep(GatewayIdentity.files(directory), answer);
            keep(tls, signing, answer.getString("certificate"), shown.get());
        } catch (GeneralSecurityException e) {
            throw new IdentityException("PKI-054 keys must be made and used here but were not: " + e.getMessage(), e);
        }
    }

    /** The certificate last: without it the gateway counts as not enrolled. */
    private void keep(KeyPair tls, KeyPair signing, String certificate, X509Certificate authority)
            throws IOException, GeneralSecurityException {
        Pem.certificate(certificate);
        SecretFiles files = GatewayIdentity.files(directory);
        files.write(GatewayIdentity.AUTHORITY, Pem.of(authority));
        files.write(GatewayIdentity.SIGNING_KEY, Pem.of(signing.getPrivate()));
        files.write(GatewayIdentity.CLIENT_KEY, Pem.of(tls.getPrivate()));
        files.write(GatewayIdentity.CLIENT, certificate);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
