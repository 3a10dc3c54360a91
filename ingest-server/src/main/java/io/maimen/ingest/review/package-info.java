/**
 * What people do about alerts.
 *
 * <p>In: a person's command. Out: the alert as it is then, with who, when and why in its history; or a refusal. The central
 * type is {@link io.maimen.ingest.review.AlertReview}. Committed when it returns. Must not know: HTTP, rules.
 */
package io.maimen.ingest.review;
