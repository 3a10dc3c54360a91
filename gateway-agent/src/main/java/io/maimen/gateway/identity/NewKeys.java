package io.maimen.gateway.identity;

import io.maimen.observation.device.GatewayId;
import io.maimen.observation.key.Pem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes the key pair for TLS, and the request by which a certificate is asked for. Stateless. */
final class NewKeys {
    private NewKeys() {}

    /** For TLS: EC P-256. */
    static KeyPair forTls() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** PKCS #10 (RFC 2986) in PEM: asks a certificate for these keys in the gateway's name. */
    static String request(KeyPair keys, GatewayId gateway) throws GeneralSecurityException {
        try {
            byte[] request = new JcaPKCS10CertificationRequestBuilder(
                            new X500NameBuilder(BCStyle.INSTANCE)
                                    .addRDN(BCStyle.CN, gateway.value())
                                    .build(),
                            keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded();
            return Pem.of("CERTIFICATE REQUEST", request);
        } catch (OperatorCreationException | IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
