package io.maimen.ingest.clinical;

import io.maimen.alerting.review.Alert;
import io.maimen.ingest.security.OrganisationId;

/**
 * An alert as it is now. Immutable.
 *
 * @param changeNumber of its last change; numbers rise in the order of commits
 * @param organisation whose it is
 */
public record ChangedAlert(long changeNumber, Alert alert, OrganisationId organisation) {}
