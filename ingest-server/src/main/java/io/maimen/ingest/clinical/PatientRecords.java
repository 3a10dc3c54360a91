package io.maimen.ingest.clinical;

import io.maimen.ingest.patient.Patient;
import io.maimen.ingest.patient.PatientIdentifier;
import io.maimen.ingest.patient.PatientIdentifier.IdentifierSystem;
import io.maimen.ingest.patient.Register;
import io.maimen.ingest.patient.Sex;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.observation.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The patients, within one transaction. Confined to its thread. */
public final class PatientRecords implements Register {
    private static final String IN_SCOPE = " WHERE organisation IN " + Scope.SUBTREE;

    private final Handle handle;

    /** Works within the handle's transaction. */
    public PatientRecords(Handle handle) {
        this.handle = handle;
    }

    /** Adds a patient who is not there yet. */
    public void create(Patient patient, Instant at) {
        handle.createUpdate(
                        "INSERT INTO patient (patient_id, name, sex, birth_date, organisation, simulated, created_us)"
                                + " VALUES (:id, :name, :sex, :birthDate, :organisation, :simulated, :created)")
                .bind("id", patient.id().value())
                .bind("name", patient.name())
                .bind("sex", patient.sex().text())
                .bind("birthDate", patient.birthDate().map(LocalDate::toString))
                .bind("organisation", patient.organisation().value())
                .bind("simulated", patient.simulated() ? 1 : 0)
                .bind("created", EpochMicros.of(at))
                .execute();
        for (PatientIdentifier identifier : patient.identifiers()) {
            handle.createUpdate(
                            "INSERT INTO patient_identifier (patient_id, system, value) VALUES (:id, :system, :value)")
                    .bind("id", patient.id().value())
                    .bind("system", identifier.system().text())
                    .bind("value", identifier.value())
                    .execute();
        }
    }

    /** One patient, merged or not; empty where there is none of that id in the scope. */
    public Optional<Patient> find(Scope scope, PatientId id) {
        return scope.bind(handle.createQuery("SELECT * FROM patient" + IN_SCOPE + " AND patient_id = :id"))
                .bind("id", id.value())
                .map((row, context) -> patient(row))
                .findOne();
    }

    /**
     * Patients who are not merged with another, by name.
     *
     * @param query part of the name, or an identifier's beginning; empty for all
     */
    public List<Patient> search(Scope scope, String query, int limit) {
        return scope.bind(handle.createQuery("SELECT * FROM patient" + IN_SCOPE
                        + " AND merged_into IS NULL AND (:query = '' OR LOWER(name) LIKE '%' || LOWER(:like) || '%' ESCAPE '!'"
                        + " OR patient_id IN (SELECT patient_id FROM patient_identifier"
                        + " WHERE value LIKE :like || '%' ESCAPE '!'))"
                        + " ORDER BY name, patient_id LIMIT :limit"))
                .bind("query", query)
                .bind("like", query.replaceAll("([!%_])", "!$1"))
                .bind("limit", limit)
                .map((row, context) -> patient(row))
                .list();
    }

    /** Patients, merged or not, who have exactly this identifier. */
    public List<Patient> withIdentifier(Scope scope, String value, int limit) {
        return scope.bind(handle.createQuery("SELECT * FROM patient" + IN_SCOPE + " AND patient_id IN"
                        + " (SELECT patient_id FROM patient_identifier WHERE value = :value)"
                        + " ORDER BY name, patient_id LIMIT :limit"))
                .bind("value", value)
                .bind("limit", limit)
                .map((row, context) -> patient(row))
                .list();
    }

    /** The name by which people call a patient; empty where there is none of that id. */
    public Optional<String> name(PatientId id) {
        return handle.createQuery("SELECT name FROM patient WHERE patient_id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public Optional<Entry> find(PatientId id) {
        // Every step leads to a patient nobody was merged into before, so the chain has an end.
        return handle.createQuery("WITH RECURSIVE chain (id, merged, simulated) AS ("
                        + "SELECT patient_id, merged_into, simulated FROM patient WHERE patient_id = :id UNION"
                        + " SELECT p.patient_id, p.merged_into, p.simulated FROM patient p"
                        + " JOIN chain ON p.patient_id = chain.merged)"
                        + " SELECT id, simulated FROM chain WHERE merged IS NULL")
                .bind("id", id.value())
                .map((row, context) -> new Entry(new PatientId(row.getString("id")), row.getInt("simulated") != 0))
                .findOne();
    }

    /**
     * Makes a duplicate the patient it turned out to be. False where it was merged before, where the merge would lead back
     * to itself, and where either is unknown: then nothing changes.
     */
    public boolean merge(PatientId duplicate, PatientId kept) {
        if (find(kept).filter(entry -> !entry.id().equals(duplicate)).isEmpty()) {
            return false;
        }
        return handle.createUpdate(
                                "UPDATE patient SET merged_into = :kept WHERE patient_id = :duplicate AND merged_into IS NULL")
                        .bind("kept", kept.value())
                        .bind("duplicate", duplicate.value())
                        .execute()
                == 1;
    }

    private Patient patient(ResultSet row) throws SQLException {
        PatientId id = new PatientId(row.getString("patient_id"));
        return new Patient(
                id,
                row.getString("name"),
                Sex.find(row.getString("sex")).orElse(Sex.UNKNOWN),
                Optional.ofNullable(row.getString("birth_date")).map(LocalDate::parse),
                identifiers(id),
                new OrganisationId(row.getString("organisation")),
                row.getInt("simulated") != 0,
                Optional.ofNullable(row.getString("merged_into")).map(PatientId::new));
    }

    private List<PatientIdentifier> identifiers(PatientId id) {
        return handle.createQuery("SELECT system, value FROM patient_identifier WHERE patient_id = :id ORDER BY system")
                .bind("id", id.value())
                .map((row, context) -> new PatientIdentifier(
                        IdentifierSystem.find(row.getString("system")).orElseThrow(), row.getString("value")))
                .list();
    }
}
