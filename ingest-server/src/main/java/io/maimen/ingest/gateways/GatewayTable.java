package io.maimen.ingest.gateways;

import io.maimen.ingest.gateways.KnownGateway.State;
import io.maimen.ingest.identity.GatewayCertificate;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.observation.device.GatewayId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The registry's tables, one transaction's view of them. Confined to the transaction. */
final class GatewayTable {
    private final Handle handle;

    GatewayTable(Handle handle) {
        this.handle = handle;
    }

    /** False when it is there already. */
    boolean create(GatewayId gateway, OrganisationId organisation, Instant now) {
        return handle.createUpdate("INSERT INTO gateway (id, organisation, created_us)"
                                + " VALUES (:id, :organisation, :now) ON CONFLICT (id) DO NOTHING")
                        .bind("id", gateway.value())
                        .bind("organisation", organisation.value())
                        .bind("now", EpochMicros.of(now))
                        .execute()
                == 1;
    }

    List<KnownGateway> all() {
        return handle.createQuery("SELECT g.*, (SELECT MAX(c.not_after_us) FROM gateway_certificate c"
                        + " WHERE c.gateway = g.id AND c.revoked_us IS NULL) AS until_us FROM gateway g ORDER BY g.id")
                .map((row, context) -> read(row))
                .list();
    }

    private static KnownGateway read(ResultSet row) throws SQLException {
        Optional<Instant> until = instant(row, "until_us");
        State unrevoked = until.isPresent() ? State.ENROLLED : State.NEW;
        return new KnownGateway(
                new GatewayId(row.getString("id")),
                new OrganisationId(row.getString("organisation")),
                instant(row, "revoked_us").isPresent() ? State.REVOKED : unrevoked,
                until,
                false,
                instant(row, "last_seen_us"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(EpochMicros.instant(micros));
    }

    /** Empty when there is no such gateway. */
    Optional<OrganisationId> organisation(GatewayId gateway) {
        return handle.createQuery("SELECT organisation FROM gateway WHERE id = :id")
                .bind("id", gateway.value())
                .map((row, context) -> new OrganisationId(row.getString("organisation")))
                .findOne();
    }

    boolean isRevoked(GatewayId gateway) {
        return handle.createQuery("SELECT COUNT(*) FROM gateway WHERE id = :id AND revoked_us IS NOT NULL")
                        .bind("id", gateway.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** The gateway and all it proves itself with. */
    void revoke(GatewayId gateway, String reason, Instant now) {
        handle.createUpdate("UPDATE gateway SET revoked_us = :now, revoked_reason = :reason WHERE id = :id")
                .bind("now", EpochMicros.of(now))
                .bind("reason", reason)
                .bind("id", gateway.value())
                .execute();
        endCredentials(gateway, now);
        handle.createUpdate("UPDATE enrolment_code SET expires_us = :now WHERE gateway = :id AND expires_us > :now")
                .bind("now", EpochMicros.of(now))
                .bind("id", gateway.value())
                .execute();
    }

    /** What it proved itself with so far proves nothing any more, but what was signed stays signed. */
    private void endCredentials(GatewayId gateway, Instant now) {
        handle.createUpdate(
                        "UPDATE gateway_certificate SET revoked_us = :now WHERE gateway = :id AND revoked_us IS NULL")
                .bind("now", EpochMicros.of(now))
                .bind("id", gateway.value())
                .execute();
        handle.createUpdate("UPDATE gateway_key SET until_us = :now WHERE gateway = :id AND until_us IS NULL")
                .bind("now", EpochMicros.of(now))
                .bind("id", gateway.value())
                .execute();
    }

    void seen(GatewayId gateway, Instant now) {
        handle.createUpdate("UPDATE gateway SET last_seen_us = :now WHERE id = :id")
                .bind("now", EpochMicros.of(now))
                .bind("id", gateway.value())
                .execute();
    }

    void addCode(String sha256, GatewayId gateway, Instant expires) {
        handle.createUpdate("INSERT INTO enrolment_code (code_sha256, gateway, expires_us)"
                        + " VALUES (:code, :gateway, :expires)")
                .bind("code", sha256)
                .bind("gateway", gateway.value())
                .bind("expires", EpochMicros.of(expires))
                .execute();
    }

    /** A code as it was given out. */
    record Code(GatewayId gateway, Instant expires, boolean used) {}

    Optional<Code> code(String sha256) {
        return handle.createQuery("SELECT * FROM enrolment_code WHERE code_sha256 = :code")
                .bind("code", sha256)
                .map((row, context) -> new Code(
                        new GatewayId(row.getString("gateway")),
                        EpochMicros.instant(row.getLong("expires_us")),
                        instant(row, "used_us").isPresent()))
                .findOne();
    }

    /** The gateway is, from now on, who used this code, and nobody else. */
    void enrol(String code, GatewayId gateway, SigningKey key, Instant now) {
        handle.createUpdate("UPDATE enrolment_code SET used_us = :now WHERE code_sha256 = :code")
                .bind("now", EpochMicros.of(now))
                .bind("code", code)
                .execute();
        endCredentials(gateway, now);
        handle.createUpdate("UPDATE gateway SET revoked_us = NULL, revoked_reason = NULL WHERE id = :id")
                .bind("id", gateway.value())
                .execute();
        handle.createUpdate("INSERT INTO gateway_key (gateway, key_id, public_key, since_us)"
                        + " VALUES (:gateway, :id, :key, :now)"
                        + " ON CONFLICT (gateway, key_id) DO UPDATE SET until_us = NULL")
                .bind("gateway", gateway.value())
                .bind("id", key.id())
                .bind("key", key.key().getEncoded())
                .bind("now", EpochMicros.of(now))
                .execute();
    }

    void addCertificate(GatewayCertificate certificate) {
        handle.createUpdate("INSERT INTO gateway_certificate (serial, gateway, not_before_us, not_after_us)"
                        + " VALUES (:serial, :gateway, :from, :until)")
                .bind("serial", certificate.serial())
                .bind("gateway", certificate.gateway().value())
                .bind("from", EpochMicros.of(certificate.from()))
                .bind("until", EpochMicros.of(certificate.until()))
                .execute();
    }

    /** Whether we issued it, and if so whether it was revoked. */
    Optional<Boolean> certificateRevoked(GatewayCertificate certificate) {
        return handle.createQuery(
                        "SELECT revoked_us FROM gateway_certificate WHERE serial = :serial AND gateway = :gateway")
                .bind("serial", certificate.serial())
                .bind("gateway", certificate.gateway().value())
                .map((row, context) -> instant(row, "revoked_us").isPresent())
                .findOne();
    }

    /** SubjectPublicKeyInfo of the key in use. */
    Optional<byte[]> activeKey(GatewayId gateway) {
        return handle.createQuery("SELECT public_key FROM gateway_key WHERE gateway = :id AND until_us IS NULL")
                .bind("id", gateway.value())
                .mapTo(byte[].class)
                .findOne();
    }

    /** SubjectPublicKeyInfo of any key there ever was. */
    Optional<byte[]> key(GatewayId gateway, String keyId) {
        return handle.createQuery("SELECT public_key FROM gateway_key WHERE gateway = :gateway AND key_id = :id")
                .bind("gateway", gateway.value())
                .bind("id", keyId)
                .mapTo(byte[].class)
                .findOne();
    }
}
