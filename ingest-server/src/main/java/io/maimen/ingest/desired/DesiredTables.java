package io.maimen.ingest.desired;

import io.maimen.ingest.sql.EpochMicros;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.wire.DesiredContent.PersonalLimit;
import io.maimen.observation.wire.DesiredContent.Revocation;
import io.maimen.observation.wire.DesiredContent.SlotMap;
import io.maimen.observation.wire.Reported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What the clinical database says of desired states, within one transaction. Confined to its thread. */
final class DesiredTables {
    /** The organisation of a gateway and everything below it: whose patients may come to it. */
    private static final String BELOW =
            "WITH RECURSIVE own (id) AS (SELECT organisation FROM gateway WHERE id = :gateway"
                    + " UNION SELECT o.id FROM organisation o JOIN own ON o.parent = own.id) ";
    /** The organisation of a gateway and everything above it: who may decide about it. */
    private static final String ABOVE =
            "WITH RECURSIVE own (id) AS (SELECT organisation FROM gateway WHERE id = :gateway"
                    + " UNION SELECT o.parent FROM organisation o JOIN own ON o.id = own.id WHERE o.parent IS NOT NULL) ";

    private final Handle handle;

    DesiredTables(Handle handle) {
        this.handle = handle;
    }

    /** A version that was made for a gateway. */
    record Version(int number, String contentSha256, Instant issuedAt) {}

    Optional<Version> version(GatewayId gateway) {
        return handle.createQuery("SELECT * FROM desired_state WHERE gateway = :gateway")
                .bind("gateway", gateway.value())
                .map((row, context) -> new Version(
                        row.getInt("version"),
                        row.getString("content_sha256"),
                        EpochMicros.instant(row.getLong("issued_us"))))
                .findOne();
    }

    void put(GatewayId gateway, Version version) {
        handle.createUpdate("INSERT INTO desired_state (gateway, version, content_sha256, issued_us)"
                        + " VALUES (:gateway, :version, :content, :issued) ON CONFLICT (gateway) DO UPDATE SET"
                        + " version = excluded.version, content_sha256 = excluded.content_sha256,"
                        + " issued_us = excluded.issued_us")
                .bind("gateway", gateway.value())
                .bind("version", version.number())
                .bind("content", version.contentSha256())
                .bind("issued", EpochMicros.of(version.issuedAt()))
                .execute();
    }

    /** Who uses which slot now, of the patients that may come to a gateway; merged ones by the name they kept. */
    List<SlotMap> slotMaps(GatewayId gateway, Instant now) {
        List<SlotMap> told = handle.createQuery(BELOW
                        + "SELECT b.device, b.slot, COALESCE(p.merged_into, p.patient_id) AS patient FROM binding b"
                        + " JOIN patient p ON p.patient_id = b.patient_id WHERE b.basis = 'SLOT_MAP'"
                        + " AND b.slot IS NOT NULL AND b.from_us <= :now AND (b.to_us IS NULL OR b.to_us > :now)"
                        + " AND p.organisation IN (SELECT id FROM own)"
                        + " ORDER BY b.device, b.slot, b.from_us DESC, b.admitted_us DESC, b.binding_id")
                .bind("gateway", gateway.value())
                .bind("now", EpochMicros.of(now))
                .map((row, context) -> new SlotMap(
                        DeviceId.parse(row.getString("device")),
                        new UserSlot(row.getInt("slot")),
                        new PatientId(row.getString("patient"))))
                .list();
        Set<Map.Entry<DeviceId, UserSlot>> taken = new HashSet<>();
        List<SlotMap> latest = new ArrayList<>(told);
        latest.removeIf(map -> !taken.add(Map.entry(map.device(), map.slot())));
        return latest;
    }

    List<PersonalLimit> limits(GatewayId gateway, Instant now) {
        return handle.createQuery(BELOW + "SELECT l.* FROM own_limit l JOIN patient p ON p.patient_id = l.patient_id"
                        + " WHERE l.until_us > :now AND l.from_us = (SELECT MAX(o.from_us) FROM own_limit o"
                        + " WHERE o.patient_id = l.patient_id AND o.rule = l.rule) AND p.organisation IN (SELECT id FROM own)"
                        + " ORDER BY l.patient_id, l.rule")
                .bind("gateway", gateway.value())
                .bind("now", EpochMicros.of(now))
                .map((row, context) -> new PersonalLimit(
                        new PatientId(row.getString("patient_id")),
                        row.getString("rule"),
                        row.getString("limit_text"),
                        EpochMicros.instant(row.getLong("until_us")),
                        row.getString("by_whom"),
                        row.getString("reason")))
                .list();
    }

    List<Revocation> revocations(GatewayId gateway) {
        return handle.createQuery(ABOVE + "SELECT DISTINCT kind, thing FROM revocation"
                        + " WHERE organisation IN (SELECT id FROM own) ORDER BY kind, thing")
                .bind("gateway", gateway.value())
                .map((row, context) -> new Revocation(
                        Revocation.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("thing")))
                .list();
    }

    void revoke(String organisation, Revocation revocation) {
        handle.createUpdate("INSERT INTO revocation (organisation, kind, thing) VALUES (:organisation, :kind, :thing)"
                        + " ON CONFLICT (organisation, kind, thing) DO NOTHING")
                .bind("organisation", organisation)
                .bind("kind", revocation.kind().text())
                .bind("thing", revocation.id())
                .execute();
    }

    void admitAgain(String organisation, Revocation revocation) {
        handle.createUpdate("DELETE FROM revocation WHERE organisation = :organisation AND kind = :kind"
                        + " AND thing = :thing")
                .bind("organisation", organisation)
                .bind("kind", revocation.kind().text())
                .bind("thing", revocation.id())
                .execute();
    }

    void put(GatewayId gateway, Reported reported, Instant now) {
        handle.createUpdate("INSERT INTO reported_state (gateway, version, refusal, reported_us)"
                        + " VALUES (:gateway, :version, :refusal, :now) ON CONFLICT (gateway) DO UPDATE SET"
                        + " version = excluded.version, refusal = excluded.refusal, reported_us = excluded.reported_us")
                .bind("gateway", gateway.value())
                .bind("version", reported.version())
                .bind("refusal", reported.refusal())
                .bind("now", EpochMicros.of(now))
                .execute();
    }

    /** By gateway; of those that ever had a state made for them. */
    Map<GatewayId, DesiredStates.Versions> versions() {
        return handle
                .createQuery("SELECT d.gateway, d.version AS desired, r.version AS reported, r.refusal"
                        + " FROM desired_state d LEFT JOIN reported_state r ON r.gateway = d.gateway")
                .map((row, context) -> {
                    int desired = row.getInt("desired");
                    int reported = row.getInt("reported");
                    Optional<Integer> told = row.wasNull() ? Optional.empty() : Optional.of(reported);
                    Optional<String> refusal = Optional.ofNullable(row.getString("refusal"));
                    return Map.entry(
                            new GatewayId(row.getString("gateway")),
                            new DesiredStates.Versions(desired, told, refusal));
                })
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
