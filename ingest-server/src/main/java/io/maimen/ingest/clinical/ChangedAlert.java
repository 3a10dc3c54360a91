package io.maimen.ingest.clinical;

import io.maimen.alerting.review.Alert;
import io.maimen.ingest.security.OrganisationId;
import java.util.Optional;

/**
 * An alert as it is now. Immutable.
 *
 * @param changeNumber of its last change; numbers rise in the order of commits
 * @param organisation whose it is
 * @param patientName how people call the patient; empty while it is nobody's
 */
public record ChangedAlert(long changeNumber, Alert alert, OrganisationId organisation, Optional<String> patientName) {}
