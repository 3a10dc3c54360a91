package io.maimen.ingest.clinical;

import io.maimen.alerting.review.Alert;

/** An alert as it is now, with the number of its last change; numbers rise in the order of commits. Immutable. */
public record ChangedAlert(long changeNumber, Alert alert) {}
