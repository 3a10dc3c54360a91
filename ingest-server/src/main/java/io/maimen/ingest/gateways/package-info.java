/**
 * The gateways there are, and how each proves that it is one: enrolment codes, certificates, signing keys, revocation.
 *
 * <p>In: what an administrator decides, and what gateways show. Out: certificates, verdicts, or a refusal with a
 * {@code PKI-} code; every one of them noted. The central type is {@link io.maimen.ingest.gateways.GatewayRegistry}.
 * Blocking; thread-safe. Must not know: HTTP, MQTT, how a certificate is made.
 */
package io.maimen.ingest.gateways;
