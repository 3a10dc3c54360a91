package io.maimen.ingest.patient;

import static java.util.Objects.requireNonNull;

import io.maimen.ingest.security.OrganisationId;
import io.maimen.observation.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person whose readings we keep. Immutable.
 *
 * @param identifiers one or more, each of a system of its own; two tell people apart better than one
 * @param simulated no human being: only simulated readings may be this patient's
 * @param merged the patient this one turned out to be; a merged one owns nothing any more
 */
public record Patient(
        PatientId id,
        String name,
        Sex sex,
        Optional<LocalDate> birthDate,
        List<PatientIdentifier> identifiers,
        OrganisationId organisation,
        boolean simulated,
        Optional<PatientId> merged) {

    private static final int LONGEST_NAME = 100;

    public Patient {
        requireNonNull(id, "id");
        requireNonNull(sex, "sex");
        requireNonNull(birthDate, "birthDate");
        requireNonNull(organisation, "organisation");
        requireNonNull(merged, "merged");
        identifiers = List.copyOf(identifiers);
        if (name.isBlank() || name.length() > LONGEST_NAME || !name.equals(name.strip())) {
            throw new IllegalArgumentException("SRV-100 name must be 1 to " + LONGEST_NAME
                    + " characters without blanks around but was '" + name + "'");
        }
        long systems =
                identifiers.stream().map(PatientIdentifier::system).distinct().count();
        if (systems == 0 || systems != identifiers.size()) {
            throw new IllegalArgumentException(
                    "SRV-102 identifiers must be one or more, each of a system of its own, but were "
                            + identifiers.stream()
                                    .map(one -> one.system().text())
                                    .toList());
        }
    }
}
