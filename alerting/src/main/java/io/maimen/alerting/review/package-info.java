/**
 * Alerts and what people did about them.
 *
 * <p>In: an alert and a person's command. Out: the alert as it then is, or a refusal with code. The central type is
 * {@link io.maimen.alerting.review.Alert}. Immutable, thread-safe. Must not know: how alerts arise, where they are kept.
 */
package io.maimen.alerting.review;
