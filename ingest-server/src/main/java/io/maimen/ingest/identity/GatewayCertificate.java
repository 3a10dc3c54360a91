package io.maimen.ingest.identity;

import io.maimen.observation.device.GatewayId;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * What a gateway's certificate says. Immutable.
 *
 * @param serial in hex
 * @param from first moment it holds
 * @param until first moment it does not
 */
public record GatewayCertificate(GatewayId gateway, String serial, Instant from, Instant until) {
    static final String UNIT = "gateway";

    /** Reads it; empty when it is another kind of certificate. Whether our CA signed it is not asked here. */
    public static Optional<GatewayCertificate> of(X509Certificate certificate) {
        try {
            LdapName name = new LdapName(certificate.getSubjectX500Principal().getName());
            if (!UNIT.equals(part(name, "OU"))) {
                return Optional.empty();
            }
            return Optional.of(new GatewayCertificate(
                    new GatewayId(part(name, "CN")),
                    certificate.getSerialNumber().toString(16),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant()));
        } catch (InvalidNameException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String part(LdapName name, String type) {
        return name.getRdns().stream()
                .filter(part -> part.getType().equalsIgnoreCase(type))
                .map(Rdn::getValue)
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }
}
