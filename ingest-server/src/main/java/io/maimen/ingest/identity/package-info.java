/**
 * The server's own keys and certificates, and those it gives to gateways.
 *
 * <p>In: a directory, a clock, a gateway's certificate request. Out: the CA, the server's TLS key, certificates of
 * gateways, or a refusal with a {@code PKI-} code. The central type is {@link io.maimen.ingest.identity.ServerIdentity}.
 * Thread-safe; blocking on files. The only door to Bouncy Castle. Must not know: which gateways there are, HTTP, MQTT.
 */
package io.maimen.ingest.identity;
